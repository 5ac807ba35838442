"""What comes of lists and law together, in words for a page (Art. 10 para. 1; Penalty Law, Art. 28-37)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from leniency.reports.explaining import ExplainedEntry, explain_candidate
from leniency.reports.grounds import ToldGrounds, told_grounds
from leniency.vocabulary import TONE_OF_TREATMENT, Obligation, Surviving, Treatment


@dataclass(frozen=True, slots=True)
class ToldOutcome:
    outcome: Treatment
    could_be: Treatment | None
    surviving: tuple[Surviving, ...]
    obligations: tuple[Obligation, ...]
    missing: tuple[str, ...]
    off_list: bool

    @property
    def tone(self) -> str:
        return TONE_OF_TREATMENT[self.outcome].value


@dataclass(frozen=True, slots=True)
class ToldAnswer:
    """An answer to bare facts with everything that it rests on."""

    asked: Any
    weighed: ToldOutcome
    grounds: ToldGrounds
    entries: list[ExplainedEntry]


def told_outcome(kept: Mapping[str, Any]) -> ToldOutcome | None:
    """As it was kept with an assessment; None for one of earlier years, which does not tell it."""
    if not kept:
        return None
    return ToldOutcome(
        outcome=Treatment(kept["outcome"]),
        could_be=Treatment(kept["could_be"]) if kept["could_be"] else None,
        surviving=tuple(Surviving(code) for code in kept["surviving"]),
        obligations=tuple(Obligation(code) for code in kept["obligations"]),
        missing=tuple(kept["missing"]),
        off_list=kept["off_list"],
    )


def told_answer(found: Any) -> ToldAnswer:
    """The answer with each ground, entry and condition in words."""
    assessment = found.assessment
    weighed = told_outcome(assessment.as_weighed())
    if weighed is None:
        raise ValueError("an answer always says what comes of it")
    grounds = told_grounds(ground.as_dict() for ground in assessment.grounds)
    return ToldAnswer(found, weighed, grounds, explained_entries(found))


def explained_entries(found: Any) -> list[ExplainedEntry]:
    """Each entry that was asked, in words."""
    return [
        explain_candidate(c.entry, c.in_force_on, r)
        for c, r in zip(found.candidates, found.assessment.results, strict=True)
    ]
