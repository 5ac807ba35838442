"""Recording a call: what was said is written down, and has no consequence (Art. 8 (3))."""

from __future__ import annotations

from datetime import datetime

from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Forbidden
from foundation.permissions import Permission
from foundation.record import audited
from guidance.lifecycle import CALL_LIFECYCLE
from guidance.models import ExpiryCall


def record_call(
    call_id: int, *, by: Actor, at: datetime, outcome: str, note: str = "", expected: int | None = None
) -> ExpiryCall:
    """Record the call; raises Refused when it was made or settled already, Stale, and Forbidden."""
    by.require(Permission.GUIDANCE_HANDLE)
    if by.officer_id is None:
        raise Forbidden(Permission.GUIDANCE_HANDLE)
    with audited("expiry:record", by=by, at=at, under=Article(8, "3")):
        rows = ExpiryCall.objects.workable_by(by).select_related("licence__counterpart")
        call: ExpiryCall = rows.locked(call_id, expected=expected)
        CALL_LIFECYCLE.take(call, "record", by=by, at=at)
        call.outcome, call.note = outcome, note
        call.called_by_id, call.called_at = by.officer_id, at
        call.save()
        return call
