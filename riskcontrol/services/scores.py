"""Writing the scores of a run of counterparts: what changed, and nothing else (Art. 9)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

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

_COMPARED = ("score", "level", "inputs", "district_id", "organ_id", "model_version")


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
    changed, moves = [], defaultdict(list)
    for subject in subjects:
        old = stored.get(subject.id)
        new = _row(subject, assess(tallies[subject.id]), old, at)
        if old is not None and _is_same(old, new):
            continue
        changed.append((old, new))
        if new.level != (old.level if old else Level.LOW):
            moves[(old.level if old else "", new.level)].append(new.pk)
    _store(changed, today)
    for (before, after), ids in moves.items():
        _record_move(before, after, ids, by=by, at=at)
    return Written(len(changed), sum(len(ids) for ids in moves.values()))


def _locked(subjects: Sequence[Subject]) -> dict[int, CounterpartRisk]:
    """The stored rows, locked before the facts are read, so that older facts never overwrite newer ones."""
    ids = [subject.id for subject in subjects]
    rows = CounterpartRisk.objects.select_for_update(of=("self",)).filter(pk__gte=min(ids), pk__lte=max(ids))
    return {row.pk: row for row in rows.order_by("pk")}


def _row(subject: Subject, found: Assessment, old: CounterpartRisk | None, at: datetime) -> CounterpartRisk:
    return CounterpartRisk(
        counterpart_id=subject.id,
        district_id=subject.district_id,
        organ_id=subject.organ_id,
        score=found.score,
        level=found.level,
        inputs=[line.as_row() for line in found.inputs],
        model_version=MODEL_VERSION,
        assessed_at=at,
        changed_at=old.changed_at if old and old.level == found.level else at,
    )


def _is_same(old: CounterpartRisk, new: CounterpartRisk) -> bool:
    return all(getattr(old, name) == getattr(new, name) for name in _COMPARED)


def _store(changed: list[tuple[CounterpartRisk | None, CounterpartRisk]], today: date) -> None:
    if not changed:
        return
    CounterpartRisk._base_manager.bulk_create(
        [new for _old, new in changed],
        update_conflicts=True,
        unique_fields=["counterpart"],
        update_fields=[
            "district",
            "organ",
            "score",
            "level",
            "inputs",
            "model_version",
            "assessed_at",
            "changed_at",
        ],
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
