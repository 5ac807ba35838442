"""Telling who is to answer a departure, and who asked what the answer was."""

from __future__ import annotations

from datetime import datetime

from enforcement.models import BandDeparture, Officer
from enforcement.services.deadlines.watching import approvers_of
from enforcement.services.notifications import notify


def tell_approvers(departure: BandDeparture, *, at: datetime) -> None:
    """The heads of the organ, or those of the organ above where its benchmark is left."""
    for officer in approvers_of(departure.case, departure.approver):
        if officer.pk != departure.asked_by_id:
            _tell(officer, departure, at=at)


def tell_asker(departure: BandDeparture, *, at: datetime) -> None:
    """Tell who asked whether it was granted."""
    _tell(departure.asked_by, departure, at=at)


def _tell(officer: Officer, departure: BandDeparture, *, at: datetime) -> None:
    notify(
        officer,
        kind=f"departure:{departure.state}",
        thing=f"departure:{departure.pk}",
        at=at,
        url=departure.get_absolute_url(),
        data={"number": str(departure.case)},
    )
