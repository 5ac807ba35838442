"""When a counterpart is reminded of a licence that expires, and when a person calls (Art. 8 (3))."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from foundation.calendar import MissingYear, WorkCalendar

FIRST, SECOND, CALL = 1, 2, 3
FIRST_DAYS, SECOND_DAYS, CALL_DAYS = 30, 7, 3
_STEPS = 10


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do about a licence on a day; ``round`` names it for ever."""

    number: int
    day: date
    round: int

    @property
    def is_call(self) -> bool:
        return self.number == CALL


def steps_before(
    expires_on: date, calendar: WorkCalendar, *, today: date, days: tuple[int, int, int]
) -> Iterator[Step]:
    """The steps that still lie ahead, ``days`` before the licence expires, each on a working day.

    A tip whose day is over is not made up for; the call is, as long as the licence has not expired.
    """
    for number, before in zip((FIRST, SECOND, CALL), days, strict=True):
        day = working_day(expires_on - timedelta(days=before), calendar, last=expires_on)
        if number == CALL and day < today <= expires_on:
            day = today
        if day >= today:
            yield Step(number, day, round_of(expires_on, number))


def working_day(day: date, calendar: WorkCalendar, *, last: date) -> date:
    """``day``, or the working day after it; ``day`` itself when that would be too late, or is not known."""
    try:
        found = calendar.next_working_day(day)
    except MissingYear:
        return day
    return found if found <= last else day


def round_of(expires_on: date, number: int) -> int:
    """A licence that was renewed has rounds of its own: another day, other numbers."""
    return expires_on.toordinal() * _STEPS + number


def is_of(round: int, expires_on: date | None) -> bool:
    """Whether ``round`` is about this last day, and not about one before a renewal."""
    return expires_on is not None and round // _STEPS == expires_on.toordinal()
