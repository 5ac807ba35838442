"""Writing the scores of a run of counterparts: what changed, and nothing else (Art. 9)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext

from enforcement.models import Counterpart
from foundation.actors import Actor
from foundation.articles import Article
from foundation.events import announce
from foundation.record import audited
from foundation.record.entry import tell
from riskcontrol.events import RiskLevelChanged
from riskcontrol.models import CounterpartRisk, RiskHistory
from riskcontrol.reports.tallies import Subject, industry_levels, tallies_of
from riskcontrol.rules.scoring import MODEL_VERSION, Assessment, assess
from riskcontrol.vocabulary import Level


class State(NamedTuple):
    """What of a row is computed; a row that would stay the same is not written."""

    score: int
    level: str
    inputs: list[list[str | int]]
    district_id: int | None
    organ_id: int
    model_version: int


_WRITTEN = ["score", "level", "inputs", "district", "organ", "model_version", "assessed_at", "changed_at"]
Stored = dict[int, tuple[State, datetime]]
Change = tuple[State | None, CounterpartRisk]


@dataclass(frozen=True, slots=True)
class Written:
    scores: int = 0
    levels: int = 0


def write_scores(subjects: Sequence[Subject], *, by: Actor, at: datetime) -> Written:
    """Bring the scores of ``subjects`` up to date, in an open transaction and few queries for any number."""
    if not subjects:
        return Written()
    today = timezone.localdate(at)
    stored = _locked(subjects)
    tallies = tallies_of(subjects, today=today, industries=industry_levels())
    changed: list[Change] = []
    moves: dict[tuple[str, str], list[int]] = defaultdict(list)
    for subject in subjects:
        new, (old, since) = _state(subject, assess(tallies[subject.id])), stored.get(subject.id, (None, at))
        if new == old:
            continue
        changed.append((old, _row(subject, new, at, since if old and old.level == new.level else at)))
        if new.level != (old.level if old else Level.LOW):
            moves[(old.level if old else "", new.level)].append(subject.id)
    _store(changed, today)
    for (before, after), ids in moves.items():
        _record_move(before, after, ids, by=by, at=at)
    return Written(len(changed), sum(len(ids) for ids in moves.values()))


def _locked(subjects: Sequence[Subject]) -> Stored:
    """The stored rows, locked before the facts are read, so that older facts never overwrite newer ones."""
    ids = [subject.id for subject in subjects]
    rows = CounterpartRisk.objects.select_for_update().filter(pk__gte=min(ids), pk__lte=max(ids))
    found = rows.order_by("pk").values_list("pk", "changed_at", *State._fields)
    return {pk: (State(*columns), since) for pk, since, *columns in found}


def _state(subject: Subject, found: Assessment) -> State:
    inputs = [line.as_row() for line in found.inputs]
    place = (subject.district_id, subject.organ_id)
    return State(found.score, found.level, inputs, *place, MODEL_VERSION)


def _row(subject: Subject, state: State, at: datetime, since: datetime) -> CounterpartRisk:
    return CounterpartRisk(counterpart_id=subject.id, assessed_at=at, changed_at=since, **state._asdict())


def _store(changed: list[Change], today: date) -> None:
    """Write the rows, and the history of those whose score or level moved."""
    CounterpartRisk._base_manager.bulk_create(
        [new for _old, new in changed],
        update_conflicts=True,
        unique_fields=["counterpart"],
        update_fields=_WRITTEN,
        batch_size=500,
    )
    RiskHistory.objects.bulk_create(
        [
            RiskHistory(counterpart_id=new.pk, on=today, score=new.score, level=new.level)
            for old, new in changed
            if old is None or (old.score, old.level) != (new.score, new.level)
        ],
        update_conflicts=True,
        unique_fields=["counterpart", "on"],
        update_fields=["score", "level"],
        batch_size=500,
    )


def _record_move(before: str, after: str, ids: list[int], *, by: Actor, at: datetime) -> None:
    """One entry for all counterparts that moved alike, in the timeline of each."""
    why = gettext("Risk level: %(before)s → %(after)s") % {
        "before": Level(before).label if before else gettext("not assessed"),
        "after": Level(after).label,
    }
    with audited("risk:level_changed", by=by, at=at, under=Article(9), why=why) as entry:
        tell(entry, *(Counterpart(pk=pk) for pk in ids))
    for pk in ids:
        announce(RiskLevelChanged(pk, before, after))
