"""The line above looks at exceptions and signals, and remarks on them (Art. 4, 6)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from enforcement.lifecycle.looking import LOOK_LIFECYCLE
from enforcement.models import EmergencyOverride, TimeSignal
from foundation.actors import Actor
from foundation.articles import Article
from foundation.record import audited


def look_at_emergency(
    emergency_id: int, *, by: Actor, at: datetime, remark: str, expected: int | None = None
) -> EmergencyOverride:
    """Note that the actor looked at it; raises Refused for one's own, Stale when it changed."""
    with audited("time:look", by=by, at=at, under=Article(6)):
        row: EmergencyOverride = EmergencyOverride.objects.workable_by(by).locked(
            emergency_id, expected=expected
        )
        _seen(row, by, at, remark)
        return row


def look_at_signal(
    signal_id: int, *, by: Actor, at: datetime, remark: str, expected: int | None = None
) -> TimeSignal:
    """Note that the actor looked at it; raises Refused for one's own, Stale when it changed."""
    with audited("time:look", by=by, at=at, under=Article(6)):
        row: TimeSignal = TimeSignal.objects.workable_by(by).locked(signal_id, expected=expected)
        _seen(row, by, at, remark)
        return row


def _seen(row: Any, by: Actor, at: datetime, remark: str) -> None:
    LOOK_LIFECYCLE.take(row, "look", by=by, at=at)
    row.seen_by_id, row.seen_at, row.remark = by.officer_id, at, remark
    row.save()
