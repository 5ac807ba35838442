"""Telling who is to answer a request, and who asked what the answer was."""

from __future__ import annotations

from datetime import datetime

from enforcement.models import CaseInterval, Officer
from enforcement.services.deadlines.watching import approvers_of
from enforcement.services.notifications import notify


def tell_approvers(interval: CaseInterval, *, at: datetime) -> None:
    """The heads of the organ, or those of the organ above where the chain leads there."""
    for officer in approvers_of(interval.case, interval.approver):
        if officer.pk != interval.asked_by_id:
            _tell(officer, interval, "interval:asked", at=at)


def tell_asker(interval: CaseInterval, *, at: datetime) -> None:
    """Tell who asked whether it was granted."""
    _tell(interval.asked_by, interval, f"interval:{interval.state}", at=at)


def _tell(officer: Officer, interval: CaseInterval, kind: str, *, at: datetime) -> None:
    notify(
        officer,
        kind=kind,
        thing=f"interval:{interval.pk}",
        at=at,
        url=interval.get_absolute_url(),
        data={"number": str(interval.case)},
    )
