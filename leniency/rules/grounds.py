"""Grounds of the law itself, each judged for itself: a list is not the limit of leniency (Penalty Law, Art. 30-36)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from enforcement.vocabulary import Capacity, Harm
from foundation.articles import PENALTY, Citation
from leniency.rules.correcting import corrected
from leniency.rules.elements import (
    FAILS,
    HOLDS,
    Element,
    aged,
    all_of,
    capable,
    harm_at_most,
    minor_conduct,
    no_fault,
    said,
)
from leniency.rules.facts import CaseFacts, SpecialLaw
from leniency.rules.first_time import first
from leniency.rules.time_limit import too_late
from leniency.vocabulary import (
    CONCLUSION_OF_TREATMENT,
    TREATMENT_OF_GROUND,
    Conclusion,
    Ground,
    Treatment,
    Verdict,
)

CHILD_BELOW, ADULT_FROM = 14, 18
G = Ground
CITATIONS = {
    G.CHILD: Citation(PENALTY, "30"),
    G.MINOR_AGED: Citation(PENALTY, "30"),
    G.INCAPABLE: Citation(PENALTY, "31"),
    G.LIMITED: Citation(PENALTY, "31"),
    G.TIME_LIMIT: Citation(PENALTY, "36"),
    G.SLIGHT_CONDUCT: Citation(PENALTY, "33(1)"),
    G.FIRST_SLIGHT: Citation(PENALTY, "33(1)"),
    G.NO_FAULT: Citation(PENALTY, "33(2)"),
    G.REMOVED_HARM: Citation(PENALTY, "32(1)"),
    G.COERCED_OR_DECEIVED: Citation(PENALTY, "32(2)"),
    G.CONFESSED_UNKNOWN: Citation(PENALTY, "32(3)"),
    G.MERITORIOUS: Citation(PENALTY, "32(4)"),
    G.OTHER_GROUND: Citation(PENALTY, "32(5)"),
    G.DUTY: Citation(PENALTY, "32"),
}


@dataclass(frozen=True, slots=True)
class GroundResult:
    """A ground with what it turns on; ``law`` is the special law that the ground is, where it is one."""

    ground: Ground
    elements: tuple[Element, ...]
    law: SpecialLaw | None = None

    @property
    def verdict(self) -> Verdict:
        return all_of(element.verdict for element in self.elements)

    @property
    def treatment(self) -> Treatment:
        """What follows when it holds."""
        return Treatment(self.law.treatment) if self.law else TREATMENT_OF_GROUND[self.ground]

    @property
    def conclusion(self) -> Conclusion:
        return CONCLUSION_OF_TREATMENT[self.treatment]

    @property
    def missing(self) -> tuple[str, ...]:
        """Facts that could settle it, while it is unknown."""
        if self.verdict != Verdict.UNKNOWN:
            return ()
        return tuple(name for element in self.elements for name in element.missing)

    def as_dict(self) -> dict[str, Any]:
        """The ground as it is kept."""
        kept: dict[str, Any] = {
            "ground": self.ground.value,
            "verdict": self.verdict.value,
            "conclusion": self.conclusion.value,
            "treatment": self.treatment.value,
            "elements": [element.as_dict() for element in self.elements],
        }
        if self.law is None:
            return kept
        cited = {"citation_zh": self.law.citation_zh, "citation_en": self.law.citation_en}
        return {**kept, **cited, "displaces": str(self.law.displaces)}


_JUDGES: dict[Ground, Callable[[CaseFacts], tuple[Element, ...]]] = {
    G.CHILD: lambda facts: (aged(facts, below=CHILD_BELOW),),
    G.MINOR_AGED: lambda facts: (aged(facts, from_age=CHILD_BELOW, below=ADULT_FROM),),
    G.INCAPABLE: lambda facts: (capable(facts, Capacity.NONE),),
    G.LIMITED: lambda facts: (capable(facts, Capacity.LIMITED),),
    G.TIME_LIMIT: lambda facts: (too_late(facts),),
    G.SLIGHT_CONDUCT: lambda facts: (minor_conduct(facts), corrected(facts), harm_at_most(facts, Harm.NONE)),
    G.FIRST_SLIGHT: lambda facts: (first(facts), harm_at_most(facts, Harm.SLIGHT), corrected(facts)),
    G.NO_FAULT: lambda facts: (no_fault(facts),),
    G.REMOVED_HARM: lambda facts: (said("removed_harm", "removed_harm", facts),),
    G.COERCED_OR_DECEIVED: lambda facts: (said("was_coerced", "coerced_or_deceived", facts),),
    G.CONFESSED_UNKNOWN: lambda facts: (said("confessed", "confessed_unknown", facts),),
    G.MERITORIOUS: lambda facts: (said("has_merit", "meritorious", facts),),
}


def evaluate_grounds(facts: CaseFacts) -> tuple[GroundResult, ...]:
    """All grounds, those that are out of the question too; special law goes before general."""
    return (*_special(facts), *(_general(ground, facts) for ground in _JUDGES), *_other(facts))


def _general(ground: Ground, facts: CaseFacts) -> GroundResult:
    """A ground of the general law, unless a special law takes its place (Penalty Law, Art. 33(2))."""
    displacing = next((law for law in facts.special_laws if law.displaces == ground), None)
    if displacing is None:
        return GroundResult(ground, _JUDGES[ground](facts))
    values = {"zh": displacing.citation_zh, "en": displacing.citation_en}
    return GroundResult(ground, (Element("matter", FAILS, "displaced", values),))


def _special(facts: CaseFacts) -> Iterator[GroundResult]:
    for law in facts.special_laws:
        yield GroundResult(G.SPECIAL_LAW, _JUDGES[Ground(law.displaces)](facts), law)


def _other(facts: CaseFacts) -> Iterator[GroundResult]:
    """Another law is a ground as soon as somebody names it; nobody can say that there is none."""
    if facts.other_ground:
        values = {"text": facts.other_ground}
        yield GroundResult(G.OTHER_GROUND, (Element("other_ground", HOLDS, "other_ground", values),))
