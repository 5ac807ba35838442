"""Approval of tips to a group by somebody who did not draft them (Art. 8 (3))."""

from __future__ import annotations

from datetime import datetime

from enforcement.models import Officer
from enforcement.services.notifications import notify
from foundation.actors import Actor
from foundation.permissions import Role
from guidance.models import TipBatch
from guidance.services.tips.base import taking_batch


def submit_batch(batch_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> TipBatch:
    """Hand the draft to the heads, and tell them."""
    with taking_batch(batch_id, "submit", by=by, at=at, expected=expected) as batch:
        heads = Officer.objects.active().filter(organ_id=batch.organ_id, grants__role=Role.HEAD).distinct()
        for head in heads.exclude(pk=batch.drafted_by_id):
            notify(
                head,
                kind="tips:to_approve",
                thing=f"tips:{batch.pk}",
                round=batch.version,
                at=at,
                url=batch.get_absolute_url(),
                data={"name": batch.title},
            )
    return batch


def approve_batch(
    batch_id: int, *, by: Actor, at: datetime, note: str = "", expected: int | None = None
) -> TipBatch:
    """Approve the draft; from now on it can be sent and no longer changed."""
    with taking_batch(batch_id, "approve", by=by, at=at, expected=expected, why=note) as batch:
        batch.approved_by_id, batch.approved_at = by.officer_id, at
    return batch


def send_back_batch(
    batch_id: int, *, by: Actor, at: datetime, reason: str, expected: int | None = None
) -> TipBatch:
    """Send the draft back with what is to be changed; an approval that was given ends."""
    with taking_batch(batch_id, "send_back", by=by, at=at, expected=expected, why=reason) as batch:
        batch.approved_by, batch.approved_at = None, None
    return batch


def discard_batch(
    batch_id: int, *, by: Actor, at: datetime, reason: str = "", expected: int | None = None
) -> TipBatch:
    """Put away a draft of which nothing was sent."""
    with taking_batch(batch_id, "discard", by=by, at=at, expected=expected, why=reason) as batch:
        pass
    return batch
