"""Grounds of the law itself: a list is not the limit of leniency (Penalty Law, Art. 30-33)."""

from __future__ import annotations

from dataclasses import dataclass

from enforcement.vocabulary import Capacity, Fault, Harm
from foundation.articles import PENALTY, Citation
from leniency.rules.facts import CaseFacts
from leniency.vocabulary import Conclusion, Ground, Verdict

CHILD_BELOW, ADULT_FROM = 14, 18
CITATIONS = {
    Ground.CHILD: Citation(PENALTY, "30"),
    Ground.MINOR_AGED: Citation(PENALTY, "30"),
    Ground.INCAPABLE: Citation(PENALTY, "31"),
    Ground.LIMITED: Citation(PENALTY, "31"),
    Ground.DUTY_TO_BE_MILDER: Citation(PENALTY, "32"),
    Ground.SLIGHT_CONDUCT: Citation(PENALTY, "33(1)"),
    Ground.NO_FAULT: Citation(PENALTY, "33(2)"),
}


@dataclass(frozen=True, slots=True)
class GroundResult:
    ground: Ground
    verdict: Verdict
    conclusion: Conclusion

    def as_dict(self) -> dict[str, str]:
        """The ground as it is kept."""
        return {
            "ground": self.ground.value,
            "verdict": self.verdict.value,
            "conclusion": self.conclusion.value,
        }


def evaluate_grounds(facts: CaseFacts) -> tuple[GroundResult, ...]:
    """Grounds that hold, or that an officer has to weigh; those that are out of the question are left out."""
    found = []
    if facts.party_age is not None and facts.party_age < CHILD_BELOW:
        found.append(GroundResult(Ground.CHILD, Verdict.HOLDS, Conclusion.SHALL_NOT))
    elif facts.party_age is not None and facts.party_age < ADULT_FROM:
        found.append(GroundResult(Ground.MINOR_AGED, Verdict.HOLDS, Conclusion.LIGHTER))
    if facts.capacity == Capacity.NONE:
        found.append(GroundResult(Ground.INCAPABLE, Verdict.HOLDS, Conclusion.SHALL_NOT))
    elif facts.capacity == Capacity.LIMITED:
        found.append(GroundResult(Ground.LIMITED, Verdict.UNKNOWN, Conclusion.LIGHTER))
    if facts.milder_grounds:
        found.append(GroundResult(Ground.DUTY_TO_BE_MILDER, Verdict.HOLDS, Conclusion.LIGHTER))
    if facts.fault == Fault.NONE:
        found.append(GroundResult(Ground.NO_FAULT, Verdict.HOLDS, Conclusion.SHALL_NOT))
    if _harmless_and_corrected(facts):
        found.append(GroundResult(Ground.SLIGHT_CONDUCT, Verdict.UNKNOWN, Conclusion.SHALL_NOT))
    return tuple(found)


def _harmless_and_corrected(facts: CaseFacts) -> bool:
    """No harm and corrected in time; whether the conduct is minor is for a person to weigh."""
    if facts.harm != Harm.NONE or facts.corrected_on is None or facts.refuses_correction:
        return False
    return facts.corrected_on <= (facts.correct_by or facts.discovered_on)
