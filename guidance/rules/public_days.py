"""How long the public is asked, and when a publication is looked at again (Art. 8 (1), (2))."""

from __future__ import annotations

from datetime import date

from enforcement.rules.periods import Period
from enforcement.rules.reckoning import Reckoning, months_after, reckon, reckon_for_now
from enforcement.vocabulary import Unit
from foundation.calendar import WorkCalendar


def commenting(opened_on: date, calendar: WorkCalendar, *, days: int) -> Reckoning:
    """Until when a draft is open to comments; the length is the city's own."""
    return reckon_for_now(Period(days, Unit.CALENDAR), start=opened_on, calendar=calendar)


def candidacy(shown_on: date, calendar: WorkCalendar, *, days: int) -> Reckoning:
    """Until when a candidate is shown; in working days, the length is the city's own. Raises MissingYear."""
    return reckon(Period(days, Unit.WORKING), start=shown_on, calendar=calendar)


def next_review(since: date, *, months: int) -> date:
    """The day by which a publication is looked at again."""
    return months_after(since, months)
