"""The working-day calendar, and the refusal when a year of it is missing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from enforcement.reports.calendar import work_calendar
from enforcement.rules.holidays import missing_year
from enforcement.rules.periods import Period
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
        return period.ends_on(start, work_calendar())


def working_days_after(start: date, days: int) -> date:
    """The day that lies ``days`` working days after ``start``; raises Refused when a year was not entered."""
    with known_years():
        return work_calendar().add_working_days(start, days)
