"""What happened to a risk, for the floors above."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RiskLevelChanged:
    """``before`` is empty at the first assessment."""

    counterpart_id: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RiskPointPublished:
    point_id: int
