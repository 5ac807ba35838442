"""The end of publicity: withdrawn, over, or ended on application (PUB-3, PUB-4; Penalty Law, Art. 48)."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from enforcement.models import Publication
from enforcement.services.publicity.base import taking_text
from enforcement.services.publicity.watching import END, publication_of
from foundation.actors import SCHEDULER, Actor
from foundation.due import handles
from foundation.models import DueItem


def withdraw(
    publication_id: int, *, by: Actor, at: datetime, withdrawal_reason: str, expected: int | None = None
) -> Publication:
    """Withdraw what was changed or undone, with the reason that everybody reads; raises Refused otherwise."""
    with taking_text(
        publication_id, "withdraw", by=by, at=at, expected=expected, why=withdrawal_reason
    ) as row:
        row.withdrawal_reason, row.withdrawn_on = withdrawal_reason, timezone.localdate(at)
    return row


def end_early(
    publication_id: int,
    *,
    by: Actor,
    at: datetime,
    end_applied_on: date,
    closing_reason: str,
    expected: int | None = None,
) -> Publication:
    """End the publicity on application of the party, for reasons that are written down (PUB-4)."""
    with taking_text(publication_id, "end_early", by=by, at=at, expected=expected, why=closing_reason) as row:
        row.end_applied_on, row.closing_reason = end_applied_on, closing_reason
        row.ended_on = timezone.localdate(at)
    return row


@handles(END)
def end_of_term(item: DueItem, at: datetime) -> None:
    """PUB-4: what has reached the end of its term is shown no longer."""
    row = publication_of(item)
    if row is None or not row.is_shown or row.until_on is None or row.until_on.toordinal() != item.round:
        return
    with taking_text(row.pk, "end", by=SCHEDULER, at=at) as ending:
        ending.ended_on = timezone.localdate(at)
