"""What a head says to a public text: yes, once more, or not at all (PUB-2; Art. 4)."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from enforcement.models import Publication
from enforcement.services.cases.base import officer_of
from enforcement.services.publicity.base import taking_text
from foundation.actors import Actor


def approve_text(publication_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> Publication:
    """Approve the text; raises Refused for who handles the case, and for what may not be shown."""
    with taking_text(publication_id, "approve", by=by, at=at, expected=expected) as row:
        row.approved_by, row.approved_on = officer_of(by), timezone.localdate(at)
    return row


def send_back_text(
    publication_id: int, *, by: Actor, at: datetime, reason: str, expected: int | None = None
) -> Publication:
    """Take the approval back, so that the text can be written anew."""
    with taking_text(publication_id, "send_back", by=by, at=at, expected=expected, why=reason) as row:
        row.approved_by = row.approved_on = None
    return row


def withhold(
    publication_id: int,
    *,
    by: Actor,
    at: datetime,
    withheld_ground: str,
    closing_reason: str,
    expected: int | None = None,
) -> Publication:
    """Decide that nothing is published, on a ground and with a reason; raises Refused without them."""
    with taking_text(publication_id, "withhold", by=by, at=at, expected=expected, why=closing_reason) as row:
        row.withheld_ground, row.closing_reason = withheld_ground, closing_reason
        row.ended_on = timezone.localdate(at)
    return row
