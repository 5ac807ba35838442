"""Entering, correcting and removing rows of the ledger (Art. 8)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models import Organ
from enforcement.services.cases.base import refuse
from enforcement.services.numbers import next_serials
from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Forbidden, Obstacle
from foundation.permissions import Permission
from foundation.record import audited
from guidance.models import LedgerRow

HANDLE = Permission.GUIDANCE_HANDLE
COLUMNS = ("held_on", "way", "method", "audience", "content", "people", "copies", "result", "note")
SERIES = "ledger"


def enter_row(*, by: Actor, at: datetime, **values: Any) -> LedgerRow:
    """Enter a row of the actor's own organ; raises Forbidden, and ValidationError for a day to come."""
    organ = organ_of(by=by)
    with audited("ledger:enter", by=by, at=at, under=Article(8)):
        row = new_row(organ, values, at=at)
        (row.serial,) = next_serials(organ=organ, kind=SERIES, year=row.held_on.year, count=1)
        row.save()
        return row


def correct_row(
    row_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> LedgerRow:
    """Correct a row; one that moves to another year is counted there. Raises Stale, DoesNotExist, Forbidden."""
    by.require(HANDLE)
    with audited("ledger:correct", by=by, at=at, under=Article(8)):
        row: LedgerRow = (
            LedgerRow.objects.workable_by(by).select_related("organ").locked(row_id, expected=expected)
        )
        refuse(_obstacles_to_changing(row))
        year = row.held_on.year
        _write(row, values, at=at)
        if row.held_on.year != year:
            (row.serial,) = next_serials(organ=row.organ, kind=SERIES, year=row.held_on.year, count=1)
        row.save()
        return row


def remove_row(
    row_id: int, *, by: Actor, at: datetime, reason: str, expected: int | None = None
) -> LedgerRow:
    """Take a row out of the ledger that should not stand there; what it said is kept, and why it went."""
    by.require(HANDLE)
    with audited("ledger:remove", by=by, at=at, under=Article(8), why=reason):
        row: LedgerRow = LedgerRow.objects.workable_by(by).locked(row_id, expected=expected)
        refuse(_obstacles_to_changing(row))
        row.removed_at, row.removal_reason = at, reason
        row.save()
        return row


def _obstacles_to_changing(row: LedgerRow) -> Iterator[Obstacle]:
    if row.removed_at is not None:
        yield Obstacle(
            code="ledger:removed",
            message=_("This row was removed from the ledger."),
            article=Article(8),
            next_step=_("Enter a new row."),
        )


def organ_of(*, by: Actor) -> Organ:
    """The organ whose ledger the actor keeps; raises Forbidden."""
    by.require(HANDLE)
    if by.officer_id is None or by.organ_id is None:
        raise Forbidden(HANDLE)
    return Organ.objects.get(pk=by.organ_id)


def new_row(organ: Organ, values: dict[str, Any], *, at: datetime) -> LedgerRow:
    """A row without its serial number, not yet kept."""
    row = LedgerRow()
    row.place_under(organ)
    _write(row, values, at=at)
    return row


def _write(row: LedgerRow, values: dict[str, Any], *, at: datetime) -> None:
    for name in COLUMNS:
        if name in values:
            setattr(row, name, values[name])
    refuse_future(row.held_on, at=at)
    if not (row.people or row.copies):
        text = _("Say how many people were reached, or how many copies were given out.")
        raise ValidationError({"people": ValidationError(text, code="nothing")})


def refuse_future(day: date, *, at: datetime) -> None:
    """Raise ValidationError for a day that has not come."""
    if day > timezone.localdate(at):
        raise ValidationError({"held_on": ValidationError(_("This day has not come yet."), code="future")})
