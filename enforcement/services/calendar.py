"""The working-day calendar, and the refusal when a year of it is missing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from enforcement.reports.calendar import work_calendar
from enforcement.rules.holidays import missing_year
from enforcement.rules.periods import Period
from enforcement.rules.reckoning import reckon
from foundation.calendar import MissingYear
from foundation.obstacles import Refused

__all__ = ["known_years", "work_calendar"]


@contextmanager
def known_years() -> Iterator[None]:
    """Turn a year whose holidays were never entered into a refusal that says where to enter them."""
    try:
        yield
    except MissingYear as missing:
        raise Refused([missing_year(missing.year)]) from missing


def last_day_of(period: Period, start: date) -> date:
    """The last day of ``period`` after ``start``; raises Refused when a year was not entered."""
    with known_years():
        found = reckon(period, start=start, calendar=work_calendar())
    assert found.due_on is not None  # noqa: S101 - nothing stops this period
    return found.due_on


def working_days_after(start: date, days: int) -> date:
    """The day that lies ``days`` working days after ``start``; raises Refused when a year was not entered."""
    with known_years():
        return work_calendar().add_working_days(start, days)
