"""From figures to a score: linear between floor and target, and no data is neither 0 nor full (Art. 4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evaluation.vocabulary import Standing


@dataclass(frozen=True, slots=True)
class Terms:
    """What an indicator asks: full marks at ``target``, none at ``floor``, none said below ``minimum_n``."""

    weight: int
    floor: float | None
    target: float | None
    minimum_n: int


@dataclass(frozen=True, slots=True)
class Scored:
    """The standing of one indicator, with its score from 0 to 1 when it has one."""

    standing: Standing
    score: float | None = None


def score_of(terms: Terms, *, measured: bool, value: float | None, n: int) -> Scored:
    """How a figure stands; few rows are shown and not scored, so that they neither win nor lose."""
    if not measured or terms.floor is None or terms.target is None:
        return Scored(Standing.NOT_MEASURED)
    if value is None:
        return Scored(Standing.NO_DATA)
    if n < terms.minimum_n:
        return Scored(Standing.TOO_FEW)
    way = (value - terms.floor) / (terms.target - terms.floor)
    return Scored(Standing.SCORED, min(1.0, max(0.0, way)))


@dataclass(frozen=True, slots=True)
class Total:
    """The score out of 100 over what could be scored, and how much of the weight that was."""

    score: float | None
    weight_scored: int
    weight_all: int

    def share_of(self, weight: int) -> float:
        """The weight that an indicator really has: the weight of the others is spread over the scored ones."""
        return 100 * weight / self.weight_scored if self.weight_scored else 0.0


def total_of(parts: Iterable[tuple[int, Scored]]) -> Total:
    """The total of indicators as (weight, standing); none when nothing could be scored."""
    listed = list(parts)
    scored = [(weight, part.score) for weight, part in listed if part.score is not None]
    weight = sum(w for w, _score in scored)
    score = 100 * sum(w * s for w, s in scored) / weight if weight else None
    return Total(score, weight, sum(w for w, _part in listed))
