"""Writing the public text, and beginning it anew after a change (PUB-3; Penalty Law, Art. 48)."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from enforcement.models import Publication
from enforcement.services.cases.base import officer_of
from enforcement.services.publicity.base import taking_text
from enforcement.services.publicity.requiring import publish_by
from enforcement.services.publicity.watching import tell_heads
from foundation.actors import Actor


def draft_text(
    publication_id: int,
    *,
    by: Actor,
    at: datetime,
    party: str,
    violation: str,
    basis: str,
    result: str,
    concerns: list[str] | None = None,
    masking: str = "",
    expected: int | None = None,
) -> Publication:
    """Write the public text, or write it anew; the heads are told that it waits for them."""
    with taking_text(publication_id, "draft", by=by, at=at, expected=expected) as row:
        write_text(row, party=party, violation=violation, basis=basis, result=result)
        row.concerns, row.masking = concerns or [], masking
        row.drafted_by, row.drafted_on = officer_of(by), timezone.localdate(at)
    tell_heads(row, "publicity:to_approve", at=at, day=row.publish_by or row.decided_on)
    return row


def redraft(publication_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> Publication:
    """Begin anew after the withdrawal of a decision that was changed; raises Refused for any other."""
    today = timezone.localdate(at)
    with taking_text(publication_id, "redraft", by=by, at=at, expected=expected) as row:
        row.redrafted_on, row.publish_by = today, publish_by(today, kind=row.kind)
        row.published_on = row.until_on = row.withdraw_by = None
        row.approved_by = row.approved_on = None
    return row


def write_text(row: Publication, **texts: str) -> None:
    for name, text in texts.items():
        setattr(row, name, text.strip())
