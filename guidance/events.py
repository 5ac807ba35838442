"""What happened to a guidance action, for the floors above."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GuidanceIssued:
    action_id: int


@dataclass(frozen=True, slots=True)
class GuidanceConcluded:
    action_id: int


@dataclass(frozen=True, slots=True)
class GuidanceWithdrawn:
    action_id: int
