"""Working days as the State Council arranges them: weekends, holidays and make-up workdays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


class MissingYear(LookupError):
    """The holiday arrangement of a year has not been entered; guessing would be wrong."""

    def __init__(self, year: int) -> None:
        self.year = year
        super().__init__(f"the holiday arrangement of {year} has not been entered")


@dataclass(frozen=True)
class WorkCalendar:
    """Holidays and make-up workdays of the years that were entered."""

    off: frozenset[date]
    makeup: frozenset[date]
    years: frozenset[int]

    def is_working_day(self, day: date) -> bool:
        """Whether offices work on ``day``; raises MissingYear when the year was not entered."""
        if day.year not in self.years:
            raise MissingYear(day.year)
        if day in self.makeup:
            return True
        return day.weekday() < 5 and day not in self.off

    def next_working_day(self, day: date) -> date:
        """``day`` itself when it is a working day, else the first one after it."""
        while not self.is_working_day(day):
            day += timedelta(days=1)
        return day
