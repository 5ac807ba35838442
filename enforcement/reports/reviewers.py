"""The share of legal reviewers among the officers of an organ (Penalty Law, Art. 58; SUB-8)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from enforcement.rules.reviewers import obstacles_to_reviewer_share
from foundation.obstacles import Obstacle
from foundation.permissions import Role


@dataclass(frozen=True, slots=True)
class ReviewerShare:
    reviewers: int
    officers: int
    obstacles: tuple[Obstacle, ...]


def shares_of(staff: Iterable[Any]) -> ReviewerShare | None:
    """How many of ``staff`` (with their grants) review and how many hold a certificate; none without officers."""
    officers = [o for o in staff if o.certificate_number]
    reviewers = sum(1 for o in officers if any(g.role == Role.REVIEWER for g in o.grants.all()))
    if not officers:
        return None
    found = obstacles_to_reviewer_share(reviewers=reviewers, officers=len(officers))
    return ReviewerShare(reviewers, len(officers), tuple(found))
