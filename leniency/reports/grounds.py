"""Grounds of the law beyond the lists, in words (Penalty Law, Art. 30-36)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from leniency.reports.explaining import MARKS, in_language
from leniency.rules.grounds import CITATIONS
from leniency.vocabulary import (
    TONE_OF_VERDICT,
    TREATMENT_OF_GROUND,
    Conclusion,
    Ground,
    Treatment,
    Verdict,
)
from leniency.vocabulary.sentences import element_text


@dataclass(frozen=True, slots=True)
class ExplainedGround:
    ground: Ground
    verdict: Verdict
    conclusion: Conclusion
    treatment: Treatment
    citation: str
    says: str

    @property
    def tone(self) -> str:
        return TONE_OF_VERDICT[self.verdict].value

    @property
    def mark(self) -> str:
        return MARKS[self.verdict]

    @property
    def must_be_weighed(self) -> bool:
        return self.verdict == Verdict.UNKNOWN


@dataclass(frozen=True, slots=True)
class ToldGrounds:
    """Grounds by what was found of them: those that hold are read first."""

    holding: list[ExplainedGround]
    open: list[ExplainedGround]
    failing: list[ExplainedGround]


def told_grounds(kept: Iterable[dict[str, Any]]) -> ToldGrounds:
    """Kept grounds as a page tells them."""
    found = explain_grounds(kept)
    by = {verdict: [g for g in found if g.verdict == verdict] for verdict in Verdict}
    return ToldGrounds(by[Verdict.HOLDS], by[Verdict.UNKNOWN], by[Verdict.FAILS])


def explain_grounds(kept: Iterable[dict[str, Any]]) -> list[ExplainedGround]:
    """The grounds as they were kept with an assessment, also with one of earlier years."""
    return [_explained(one) for one in kept]


def _explained(kept: dict[str, Any]) -> ExplainedGround:
    ground, verdict = Ground(kept["ground"]), Verdict(kept["verdict"])
    elements = kept.get("elements", ())
    return ExplainedGround(
        ground=ground,
        verdict=verdict,
        conclusion=Conclusion(kept["conclusion"]),
        treatment=Treatment(kept["treatment"]) if "treatment" in kept else TREATMENT_OF_GROUND[ground],
        citation=_citation(ground, kept),
        says=_says(verdict, elements) if elements else str(ground.label),
    )


def _citation(ground: Ground, kept: dict[str, Any]) -> str:
    if "citation_zh" in kept:
        return in_language(kept["citation_zh"], kept["citation_en"])
    return str(CITATIONS[ground])


def _says(verdict: Verdict, elements: Iterable[dict[str, Any]]) -> str:
    """Every element when the ground holds, else those on which it founders or which are open."""
    told = [e for e in elements if e["verdict"] == verdict]
    return " ".join(element_text(e["word"], Verdict(e["verdict"]), e.get("values", {})) for e in told)
