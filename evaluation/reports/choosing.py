"""Which organ and which period somebody looks at: what was asked for, or what suits best (Art. 4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from enforcement.models import Organ
from evaluation.models import EvaluationPeriod
from evaluation.reports.frame import Frame
from evaluation.reports.territory import Territory, territory_of
from evaluation.vocabulary import PeriodKind
from foundation.actors import Actor, ReachKind

_OF_ONE_ORGAN = frozenset({ReachKind.LINE, ReachKind.BRANCH, ReachKind.ORGAN})


class OutOfReach(LookupError):
    """There is no such period, or no such organ for this actor."""


@dataclass(frozen=True)
class Choice:
    """``organ_id`` is None for everything in reach; ``period`` is None before any was opened."""

    actor: Actor
    at: datetime
    territory: Territory
    periods: tuple[EvaluationPeriod, ...]
    organ_id: int | None
    period: EvaluationPeriod | None

    @property
    def organ(self) -> Organ | None:
        return None if self.organ_id is None else self.territory.places[self.organ_id].organ

    @property
    def organs(self) -> frozenset[int]:
        return self.territory.below(self.organ_id)

    @property
    def frame(self) -> Frame:
        """For whom, over what and when is counted; raises OutOfReach before any period was opened."""
        if self.period is None:
            raise OutOfReach
        return Frame(self.actor, self.period.span, timezone.localdate(self.at))


def choose(actor: Actor, *, at: datetime, organ: str = "", period: str = "") -> Choice:
    """Resolve what was asked; raises OutOfReach for what is unknown or belongs to others.

    Without a period the running quarter is meant; without an organ the actor's own, or, for who looks at
    a territory, everything in it. ``organ="all"`` always means everything in reach.
    """
    territory = territory_of(actor)
    periods = tuple(EvaluationPeriod.objects.visible_to(actor).order_by("-end", "-start", "code"))
    return Choice(
        actor, at, territory, periods,
        organ_id=_organ(organ, actor, territory),
        period=_period(period, periods, timezone.localdate(at)),
    )  # fmt: skip


def _organ(asked: str, actor: Actor, territory: Territory) -> int | None:
    if not asked:
        own = actor.organ_id if actor.reach.kind in _OF_ONE_ORGAN else None
        return own if own in territory.places else None
    if asked == "all":
        return None
    found = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 19 else None
    if found not in territory.places:
        raise OutOfReach(asked[:40])
    return found


def _period(asked: str, periods: tuple[EvaluationPeriod, ...], today: date) -> EvaluationPeriod | None:
    if asked:
        found = next((p for p in periods if p.code == asked), None)
        if found is None:
            raise OutOfReach(asked[:40])
        return found
    running = (p for p in periods if p.kind == PeriodKind.QUARTER and p.start <= today <= p.end)
    return next(running, periods[0] if periods else None)
