"""By when counselling is held and an exhortation looked at again; the city sets the lengths (Art. 8 (4), (6))."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from enforcement.rules.periods import Period
from enforcement.rules.reckoning import Reckoning, reckon, reckon_for_now
from enforcement.vocabulary import Unit
from foundation.calendar import MissingYear, WorkCalendar
from guidance.vocabulary import Recheck

ONLY_WHAT_IS_LEFT = _("What was corrected needs no further look.")
LATER_THAN_THE_LOOK = _("Choose a later day than that of this look.")


def second_look(correct_by: date, calendar: WorkCalendar, *, days: int) -> Reckoning:
    """By when it is seen whether what was asked for until ``correct_by`` was done."""
    return _working_days(days, start=correct_by, calendar=calendar)


def holding(taken_up_on: date, calendar: WorkCalendar, *, days: int) -> Reckoning:
    """By when counselling that was taken up is held, every question with its answer."""
    return _working_days(days, start=taken_up_on, calendar=calendar)


def wrong_next_look(*, result: str, rechecked_on: date, next_look: date | None) -> object:
    """Why no further look can be appointed for ``next_look``; empty when it can."""
    if next_look is None:
        return ""
    if result == Recheck.CORRECTED:
        return ONLY_WHAT_IS_LEFT
    return LATER_THAN_THE_LOOK if next_look <= rechecked_on else ""


def _working_days(days: int, *, start: date, calendar: WorkCalendar) -> Reckoning:
    """While the holidays of a year are unknown, the earliest day that it could be."""
    try:
        return reckon(Period(days, Unit.WORKING), start=start, calendar=calendar)
    except MissingYear:
        return reckon_for_now(Period(days, Unit.CALENDAR), start=start, calendar=calendar)
