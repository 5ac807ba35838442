"""Grounds of the law beyond the lists, in words (Penalty Law, Art. 30-33)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from leniency.rules.grounds import CITATIONS
from leniency.vocabulary import Conclusion, Ground, Verdict


@dataclass(frozen=True, slots=True)
class ExplainedGround:
    ground: Ground
    verdict: Verdict
    conclusion: Conclusion

    @property
    def citation(self) -> str:
        return str(CITATIONS[self.ground])

    @property
    def must_be_weighed(self) -> bool:
        return self.verdict == Verdict.UNKNOWN


def explain_grounds(kept: Iterable[dict[str, str]]) -> list[ExplainedGround]:
    """The grounds as they were kept with an assessment."""
    return [
        ExplainedGround(Ground(g["ground"]), Verdict(g["verdict"]), Conclusion(g["conclusion"])) for g in kept
    ]
