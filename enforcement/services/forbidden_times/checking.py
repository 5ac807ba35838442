"""Whether an act is allowed at a moment, for planning and for what was recorded (Art. 6)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from enforcement.models import CityNight, LocalBan, Organ, QuietPeriod
from enforcement.rules import forbidden_times as rules
from enforcement.rules.time_windows import TimeFacts
from enforcement.services.calendar import work_calendar
from enforcement.vocabulary import TimedAct
from foundation.actors import Actor
from foundation.calendar import WorkCalendar
from foundation.obstacles import Obstacle
from foundation.permissions import Permission

_NO_CALENDAR = WorkCalendar(frozenset(), frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Standing:
    """How one act stands at one moment."""

    act: str
    at: datetime
    obstacles: list[Obstacle]
    next_allowed_at: datetime | None
    next_free_at: datetime | None

    @property
    def allowed(self) -> bool:
        return not rules.forbids(self.obstacles)

    @property
    def label(self) -> Any:
        return TimedAct(self.act).label


def obstacles_at(
    *, act: str, organ: Organ, at: datetime, urgent: bool = False, exception: str = ""
) -> list[Obstacle]:
    """What stands against ``organ`` doing ``act`` at ``at``.

    ``act`` is one of TimedAct. ``urgent`` turns COE-7 into a warning that a recorded reason lifts;
    ``exception`` is a QuietException, which lifts INS-3 where the quiet period allows it.
    """
    facts = _facts(act=act, organ=organ, at=at, urgent=urgent, exception=exception)
    return list(rules.obstacles_to_acting_at(facts))


def next_allowed_at(
    *, act: str, organ: Organ, at: datetime, urgent: bool = False, exception: str = ""
) -> datetime | None:
    """The earliest moment from ``at`` on at which nothing forbids the act; None within 400 days."""
    return rules.next_allowed_at(_facts(act=act, organ=organ, at=at, urgent=urgent, exception=exception))


def next_free_at(
    *, act: str, organ: Organ, at: datetime, urgent: bool = False, exception: str = ""
) -> datetime | None:
    """The earliest moment from ``at`` on without even a warning; None within 400 days."""
    return rules.next_free_at(_facts(act=act, organ=organ, at=at, urgent=urgent, exception=exception))


def check_time(
    *,
    by: Actor,
    at: datetime,
    act: str,
    organ: Organ,
    moment: datetime,
    urgent: bool = False,
    exception: str = "",
) -> Standing:
    """Answer “may I go there then?” without changing anything; ``moment`` is when, ``at`` is now."""
    by.require(Permission.ORGAN_READ)
    return _standing(_facts(act=act, organ=organ, at=moment, urgent=urgent, exception=exception))


def standing_at(*, organ: Organ, at: datetime) -> list[Standing]:
    """How every act stands for ``organ`` at ``at``, in five queries."""
    facts = _facts(act=TimedAct.COERCIVE_EXECUTION, organ=organ, at=at)
    return [_standing(replace(facts, act=act)) for act in TimedAct]


def _standing(facts: TimeFacts) -> Standing:
    found = list(rules.obstacles_to_acting_at(facts))
    return Standing(
        act=facts.act,
        at=facts.at,
        obstacles=found,
        next_allowed_at=rules.next_allowed_at(facts),
        next_free_at=rules.next_free_at(facts) if found else facts.at,
    )


def _facts(*, act: str, organ: Organ, at: datetime, **claimed: Any) -> TimeFacts:
    """Two queries; three more for coercive execution, which alone asks for nights and days off."""
    executes = act == TimedAct.COERCIVE_EXECUTION
    return TimeFacts(
        act=act,
        at=at,
        calendar=work_calendar() if executes else _NO_CALENDAR,
        nights=tuple(night.as_facts() for night in CityNight.objects.all()) if executes else (),
        quiet=tuple(period.as_facts() for period in QuietPeriod.objects.binding(organ)),
        bans=tuple(ban.as_facts() for ban in LocalBan.objects.binding(organ)),
        **claimed,
    )
