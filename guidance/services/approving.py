"""Approval of general and major guidance by somebody who did not draft it (Art. 8)."""

from __future__ import annotations

from datetime import datetime

from foundation.actors import Actor
from guidance.models import GuidanceAction
from guidance.services.base import taking
from guidance.services.publications.base import life_of


def submit_guidance(
    action_id: int,
    *,
    by: Actor,
    at: datetime,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> GuidanceAction:
    """Hand the draft to a head."""
    with taking(action_id, "submit", by=by, at=at, expected=expected, overrides=overrides) as action:
        pass
    return action


def approve_guidance(
    action_id: int,
    *,
    by: Actor,
    at: datetime,
    note: str = "",
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> GuidanceAction:
    """Approve the draft; from now on it can be issued and no longer changed."""
    with taking(
        action_id, "approve", by=by, at=at, expected=expected, overrides=overrides, why=note
    ) as action:
        action.approved_by_id, action.approved_at = by.officer_id, at
    return action


def send_back_guidance(
    action_id: int,
    *,
    by: Actor,
    at: datetime,
    reason: str,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> GuidanceAction:
    """Send the draft back with what is to be changed; an approval that was given ends."""
    with taking(
        action_id, "send_back", by=by, at=at, expected=expected, overrides=overrides, why=reason
    ) as action:
        action.approved_by, action.approved_at = None, None
        if action.page.is_public:
            life = life_of(action)
            life.begin_anew()
            life.save()
    return action
