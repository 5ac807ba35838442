"""How a remedy ended, and what follows for the publicity of the decision (PUB-3; Penalty Law, Art. 48)."""

from __future__ import annotations

from datetime import date, datetime

from enforcement.models import Remedy
from enforcement.rules.remedies import undoes
from enforcement.services.publicity import after_undoing
from enforcement.services.remedies.base import taking_remedy, tell_of
from foundation.actors import Actor


def conclude_remedy(
    remedy_id: int,
    *,
    by: Actor,
    at: datetime,
    result: str,
    ended_on: date,
    decision_number: str,
    reason: str = "",
    ruling_received_on: date | None = None,
    expected: int | None = None,
) -> Remedy:
    """Record the outcome; a decision that does not stand is withdrawn from publicity within three working days.

    Raises Refused without the number of the ruling, and without a reason where the decision did not stand.
    """
    with taking_remedy(remedy_id, "conclude", by=by, at=at, expected=expected, why=reason) as remedy:
        remedy.result, remedy.ended_on = result, ended_on
        remedy.decision_number, remedy.reason = decision_number, reason
        remedy.ruling_received_on = ruling_received_on
        if undoes(result):
            after_undoing(remedy.case, undone_on=ended_on, at=at)
            tell_of(remedy, "remedy:undone", at=at, but=by.officer_id)
    return remedy


def refuse_remedy(
    remedy_id: int, *, by: Actor, at: datetime, ended_on: date, reason: str = "", expected: int | None = None
) -> Remedy:
    """Record that the reconsideration organ or the court did not accept it."""
    return _end(remedy_id, "refuse", by=by, at=at, ended_on=ended_on, reason=reason, expected=expected)


def withdraw_remedy(
    remedy_id: int, *, by: Actor, at: datetime, ended_on: date, reason: str = "", expected: int | None = None
) -> Remedy:
    """Record that the party withdrew it; nothing follows from that for the party."""
    return _end(remedy_id, "withdraw", by=by, at=at, ended_on=ended_on, reason=reason, expected=expected)


def _end(
    remedy_id: int, name: str, *, by: Actor, at: datetime, ended_on: date, reason: str, expected: int | None
) -> Remedy:
    with taking_remedy(remedy_id, name, by=by, at=at, expected=expected, why=reason) as remedy:
        remedy.ended_on, remedy.reason = ended_on, reason
    return remedy
