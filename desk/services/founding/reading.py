"""What the officers of the invented city were told some days ago, they have read."""

from __future__ import annotations

from datetime import datetime, timedelta

from enforcement.models import Officer
from enforcement.services.notifications import read_all

LEFT_UNREAD = timedelta(days=3)


def read_what_is_old(people: dict[str, Officer], *, at: datetime) -> None:
    """The notices of the last days are left, as on any other morning."""
    for officer in people.values():
        read_all(by=officer.as_actor(), at=at, told_before=at - LEFT_UNREAD)
