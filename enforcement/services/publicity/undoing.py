"""What follows for publicity when a decision or result was changed or undone (PUB-3; Penalty Law, Art. 48)."""

from __future__ import annotations

from datetime import date, datetime

from enforcement.models import Case, Publication
from enforcement.rules.limits_after import withdrawal
from enforcement.rules.publicity import OPEN
from enforcement.rules.publicity_ends import obstacles_to_noting_undoing
from enforcement.services.calendar import work_calendar
from enforcement.services.cases.base import refuse
from enforcement.services.publicity.watching import tell_heads, watch_publicity
from enforcement.vocabulary.publicity import SHOWN, UNPUBLISHED, PublicityState
from foundation.actors import Actor
from foundation.calendar import MissingYear
from foundation.permissions import Permission
from foundation.record import audited


def after_undoing(case: Case, *, undone_on: date, at: datetime) -> None:
    """PUB-3: start the three working days of a published text; an approval of an unpublished one is void.

    Call it in the act that records the outcome.
    """
    row: Publication | None = Publication.objects.select_for_update(of=("self",)).filter(case=case).first()
    if row is not None:
        _let_it_follow(row, undone_on, at)


def note_undoing(
    publication_id: int,
    *,
    by: Actor,
    at: datetime,
    undone_as: str,
    undone_on: date,
    undone_ruling: str,
    expected: int | None = None,
) -> Publication:
    """PUB-3: record that coercion, or the result of an inspection, was changed, revoked, or found unlawful or void.

    Raises Forbidden, Refused for a penalty, for what is over and for days that cannot be, and
    Publication.DoesNotExist outside the actor's organ.
    """
    by.require(Permission.CASE_HANDLE)
    with audited("publicity:note_undoing", by=by, at=at, under=OPEN, why=undone_ruling):
        row: Publication = Publication.objects.workable_by(by).locked(publication_id, expected=expected)
        found = obstacles_to_noting_undoing(
            row.facts(by=by, at=at),
            undone_on=undone_on,
            decided_on=row.decided_on,
            is_over=row.state not in (*UNPUBLISHED, *SHOWN),
        )
        refuse(found)
        row.undone_as, row.undone_on, row.undone_ruling = undone_as, undone_on, undone_ruling
        _let_it_follow(row, undone_on, at)
    return row


def _let_it_follow(row: Publication, undone_on: date, at: datetime) -> None:
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
