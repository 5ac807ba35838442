"""The formula of a score: a numbered set of weights, and the scores from which a level begins (Art. 9)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from riskcontrol.vocabulary import Level

HIGHEST = 100


@dataclass(frozen=True, slots=True)
class Formula:
    """What each input weighs; whoever knows the inputs can add the score up again."""

    number: int
    weights: Mapping[str, int]
    from_medium: int
    from_high: int

    def level_of(self, score: int) -> str:
        if score >= self.from_high:
            return Level.HIGH.value
        return Level.MEDIUM.value if score >= self.from_medium else Level.LOW.value

    def score_of(self, tally: Mapping[str, int]) -> int:
        """The sum of what counts, held between 0 and 100; an input without a weight adds nothing."""
        total = sum(value * self.weights.get(code, 0) for code, value in tally.items())
        return min(max(total, 0), HIGHEST)
