"""The last day of a period, counted naively: a list of all days, from which those left out are struck."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from foundation.calendar import WorkCalendar

DAY = timedelta(days=1)
HORIZON = 1500


def is_worked(day: date, calendar: WorkCalendar) -> bool:
    if day in calendar.makeup:
        return True
    return day not in calendar.off and day.isoweekday() not in (6, 7)


def last_day(
    days: int,
    *,
    working: bool,
    start: date,
    calendar: WorkCalendar,
    stopped: Iterable[tuple[date, date]] = (),
) -> date:
    """The day itself, or the next worked and unstopped one where calendar days end on a day off."""
    spans = list(stopped)
    every = [start + DAY * n for n in range(1, HORIZON)]
    open_days = [d for d in every if not any(first <= d <= last for first, last in spans)]
    counted = [d for d in open_days if is_worked(d, calendar)] if working else open_days
    end = counted[days - 1]
    return next(d for d in open_days if d >= end and is_worked(d, calendar))
