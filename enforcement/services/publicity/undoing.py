"""What follows for publicity when a decision was changed or undone (PUB-3; Penalty Law, Art. 48)."""

from __future__ import annotations

from datetime import date, datetime

from enforcement.models import Case, Publication
from enforcement.rules.limits_after import withdrawal
from enforcement.services.calendar import work_calendar
from enforcement.services.publicity.watching import tell_heads, watch_publicity
from enforcement.vocabulary.publicity import PublicityState
from foundation.calendar import MissingYear


def after_undoing(case: Case, *, undone_on: date, at: datetime) -> None:
    """PUB-3: start the three working days of a published text; an approval of an unpublished one is void.

    Call it in the act that records the outcome.
    """
    row: Publication | None = Publication.objects.select_for_update(of=("self",)).filter(case=case).first()
    if row is None:
        return
    if row.is_shown:
        row.withdraw_by = withdraw_by(undone_on)
        tell_heads(row, "publicity:undone", at=at, day=row.withdraw_by or undone_on)
    elif row.state == PublicityState.APPROVED:
        row.state, row.approved_by, row.approved_on = PublicityState.DRAFT, None, None
    row.save()
    watch_publicity(row, at=at)


def withdraw_by(undone_on: date) -> date:
    """The last day to withdraw; the day itself while a year that it rests on was not entered."""
    try:
        return withdrawal(undone_on, work_calendar()).due_on or undone_on
    except MissingYear:
        return undone_on
