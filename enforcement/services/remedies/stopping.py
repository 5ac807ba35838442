"""The execution while a remedy is pending: it goes on, unless it is stopped (Penalty Law, Art. 73)."""

from __future__ import annotations

from datetime import date, datetime

from enforcement.models import Remedy
from enforcement.rules.remedies import (
    obstacles_to_resuming_execution,
    obstacles_to_stopping_execution,
)
from enforcement.services.cases.base import refuse
from enforcement.services.remedies.base import changing_remedy, tell_of
from foundation.actors import Actor


def stop_execution(
    remedy_id: int,
    *,
    by: Actor,
    at: datetime,
    stopped_on: date,
    stop_ground: str,
    stop_reason: str,
    expected: int | None = None,
) -> Remedy:
    """Record from when the execution is stopped, and why; raises Refused without a reason."""
    with changing_remedy(
        remedy_id, "stop_execution", by=by, at=at, expected=expected, why=stop_reason
    ) as remedy:
        remedy.stopped_on, remedy.stop_ground, remedy.stop_reason = stopped_on, stop_ground, stop_reason
        remedy.resumed_on = None
        refuse(obstacles_to_stopping_execution(remedy.facts(by=by, at=at)))
        tell_of(remedy, "remedy:stopped", at=at, but=by.officer_id)
    return remedy


def resume_execution(
    remedy_id: int, *, by: Actor, at: datetime, resumed_on: date, reason: str, expected: int | None = None
) -> Remedy:
    """Record from when the execution goes on although the remedy is pending."""
    with changing_remedy(
        remedy_id, "resume_execution", by=by, at=at, expected=expected, why=reason
    ) as remedy:
        remedy.resumed_on = resumed_on
        refuse(obstacles_to_resuming_execution(remedy.facts(by=by, at=at)))
    return remedy
