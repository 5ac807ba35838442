"""Writing the scores of a run of counterparts: what changed, and nothing else (Art. 9)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import astuple, dataclass
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
from riskcontrol.models import CounterpartRisk, RiskHistory, RiskMove, RiskReview
from riskcontrol.reports.formulas import formula_on
from riskcontrol.reports.tallies import Subject, industry_levels, tallies_of
from riskcontrol.rules.moves import Standing, changed_inputs, next_standing, reason_of_move
from riskcontrol.rules.scoring import Assessment, assess
from riskcontrol.vocabulary import RANK, Level


class State(NamedTuple):
    """What of a row is computed; a row that would stay the same is not written."""

    score: int
    inputs: list[list[str | int]]
    district_id: int | None
    organ_id: int
    model_version: int
    level: str
    calm: int
    calm_on: date | None
    calm_level: str

    @property
    def standing(self) -> Standing:
        return Standing(self.level, self.calm, self.calm_on, self.calm_level)

    @property
    def tally(self) -> dict[str, int]:
        return {str(code): int(value) for code, value, _weight, _points in self.inputs}


_WRITTEN = ["score", "level", "inputs", "district", "organ", "model_version", "assessed_at", "changed_at",
            "calm", "calm_on", "calm_level"]  # fmt: skip
Stored = dict[int, tuple[State, datetime]]


class Change(NamedTuple):
    old: State | None
    new: State
    row: CounterpartRisk

    @property
    def moves(self) -> bool:
        """Whether it comes to another level; a first assessment as low is no news."""
        return self.new.level != (self.old.level if self.old else Level.LOW)


@dataclass(frozen=True, slots=True)
class Written:
    scores: int = 0
    levels: int = 0


def write_scores(
    subjects: Sequence[Subject], *, by: Actor, at: datetime, review: RiskReview | None = None
) -> Written:
    """Bring the scores of ``subjects`` up to date, in an open transaction and few queries for any number.

    ``review`` is the pass that it belongs to; only the review of a month counts towards a lower level.
    """
    if not subjects:
        return Written()
    today = timezone.localdate(at)
    stored, formula = _locked(subjects), formula_on(today)
    tallies = tallies_of(subjects, today=today, industries=industry_levels())
    review_on = review.day if review and review.is_monthly else None
    changes = []
    for subject in subjects:
        old, since = stored.get(subject.id, (None, at))
        new = _state(subject, assess(tallies[subject.id], formula), formula.number, old, review_on)
        if new != old:
            since = since if old and old.level == new.level else at
            changes.append(Change(old, new, _row(subject, new, at, since)))
    _store(changes, today)
    return Written(len(changes), _move(changes, today, review, by=by, at=at))


def _locked(subjects: Sequence[Subject]) -> Stored:
    """The stored rows, locked before the facts are read, so that older facts never overwrite newer ones."""
    ids = [subject.id for subject in subjects]
    rows = CounterpartRisk.objects.select_for_update().filter(pk__gte=min(ids), pk__lte=max(ids))
    found = rows.order_by("pk").values_list("pk", "changed_at", *State._fields)
    return {pk: (State(*columns), since) for pk, since, *columns in found}


def _state(
    subject: Subject, found: Assessment, number: int, old: State | None, review_on: date | None
) -> State:
    standing = next_standing(
        old.standing if old else None,
        found.level,
        has_risen=old is not None and found.score > old.score,
        review_on=review_on,
    )
    inputs = [line.as_row() for line in found.inputs]
    return State(found.score, inputs, subject.district_id, subject.organ_id, number, *astuple(standing))


def _row(subject: Subject, state: State, at: datetime, since: datetime) -> CounterpartRisk:
    return CounterpartRisk(counterpart_id=subject.id, assessed_at=at, changed_at=since, **state._asdict())


def _store(changes: list[Change], today: date) -> None:
    """Write the rows, and the history of those whose score or level moved."""
    CounterpartRisk._base_manager.bulk_create(
        [change.row for change in changes],
        update_conflicts=True,
        unique_fields=["counterpart"],
        update_fields=_WRITTEN,
        batch_size=500,
    )
    RiskHistory.objects.bulk_create(
        [
            RiskHistory(
                counterpart_id=row.pk,
                on=today,
                score=row.score,
                level=row.level,
                model_version=row.model_version,
            )
            for old, _new, row in changes
            if old is None or (old.score, old.level) != (row.score, row.level)
        ],
        update_conflicts=True,
        unique_fields=["counterpart", "on"],
        update_fields=["score", "level", "model_version"],
        batch_size=500,
    )


def _move(changes: list[Change], today: date, review: RiskReview | None, *, by: Actor, at: datetime) -> int:
    """Log every move with its reason, and tell of those that moved alike together; returns how many."""
    moved = [change for change in changes if change.moves]
    RiskMove._base_manager.bulk_create([_logged(change, today, review) for change in moved], batch_size=500)
    alike: dict[tuple[str, str], list[int]] = defaultdict(list)
    for old, new, row in moved:
        alike[(old.level if old else "", new.level)].append(row.pk)
    for (before, after), ids in alike.items():
        _record_move(before, after, ids, by=by, at=at)
    return len(moved)


def _logged(change: Change, today: date, review: RiskReview | None) -> RiskMove:
    old, new, row = change
    known = old.tally if old else None
    return RiskMove(
        counterpart_id=row.pk,
        on=today,
        before=old.level if old else "",
        after=new.level,
        reason=reason_of_move(
            known,
            new.tally,
            rises=old is None or RANK[new.level] > RANK[old.level],
            other_weights=old is not None and old.model_version != new.model_version,
        ),
        changes=changed_inputs(known, new.tally),
        score_before=old.score if old else None,
        score=new.score,
        model_version=new.model_version,
        review_on=review.day if review else None,
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
