"""How often an entry is used: what dynamic management of the lists turns on (Art. 10 para. 1)."""

from __future__ import annotations

from dataclasses import dataclass

from foundation.actors import Actor
from leniency.models import AssessmentResult, LeniencyAssessment, LeniencyEntry
from leniency.vocabulary import Verdict


@dataclass(frozen=True, slots=True)
class Usage:
    """Cases that the actor sees: held against the entry, found to fit, and decided by it."""

    assessed: int
    applied: int
    chosen: int


def usage_of(entry: LeniencyEntry, *, actor: Actor) -> Usage:
    """Count the cases of the actor's reach in which an entry played a part."""
    results = AssessmentResult.objects.visible_to(actor).filter(entry=entry)
    chosen = LeniencyAssessment.objects.visible_to(actor).filter(chosen_entry=entry)
    return Usage(
        assessed=_cases(results, "assessment__case"),
        applied=_cases(results.filter(applies=Verdict.HOLDS), "assessment__case"),
        chosen=_cases(chosen, "case"),
    )


def _cases(rows: object, path: str) -> int:
    return rows.order_by().values(path).distinct().count()  # type: ignore[attr-defined]
