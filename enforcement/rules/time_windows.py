"""Windows of forbidden time as facts: nights, quiet periods and local bans, in the time of the city (Art. 6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from foundation.calendar import WorkCalendar

ZONE = ZoneInfo("Asia/Shanghai")
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Night:
    """The hours that count as night from ``in_force_from`` on; the evening decides which night it is."""

    starts: time
    ends: time
    in_force_from: date = date.min

    def covers(self, moment: datetime) -> bool:
        return _within(self.starts, self.ends, moment.time())


DEFAULT_NIGHT = Night(time(22), time(6))


@dataclass(frozen=True, slots=True)
class QuietWindow:
    """Days on which firms are left in peace: within dates, days of the month and days of the week."""

    name: Any
    acts: frozenset[str]
    exceptions: frozenset[str] = frozenset()
    from_day: date | None = None
    to_day: date | None = None
    first_of_month: int | None = None
    last_of_month: int | None = None
    weekdays: frozenset[int] = frozenset()
    source: Any = ""

    def covers(self, day: date) -> bool:
        first, last = self.first_of_month or 1, self.last_of_month or 31
        return (
            _in_dates(self.from_day, self.to_day, day)
            and first <= day.day <= last
            and (not self.weekdays or day.isoweekday() in self.weekdays)
        )


@dataclass(frozen=True, slots=True)
class BanWindow:
    """Hours of certain days that a local rule keeps free, such as nights before examinations."""

    name: Any
    acts: frozenset[str]
    starts: time
    ends: time
    from_day: date | None = None
    to_day: date | None = None
    source: Any = ""

    def covers(self, moment: datetime) -> bool:
        """Hours after midnight belong to the day on which the window began."""
        clock, day = moment.time(), moment.date()
        if not _within(self.starts, self.ends, clock):
            return False
        began = day if self.starts < self.ends or clock >= self.starts else day - _DAY
        return _in_dates(self.from_day, self.to_day, began)


@dataclass(frozen=True, slots=True)
class TimeFacts:
    """One act at one moment, and everything that may forbid it; ``exception`` is claimed by the officer."""

    act: str
    at: datetime
    calendar: WorkCalendar
    urgent: bool = False
    exception: str = ""
    nights: tuple[Night, ...] = ()
    quiet: tuple[QuietWindow, ...] = ()
    bans: tuple[BanWindow, ...] = ()

    @property
    def local(self) -> datetime:
        """The moment on the clocks of the city."""
        return self.at.astimezone(ZONE)

    def night_on(self, day: date) -> Night:
        """The night hours in force on ``day``; the default where the city set none."""
        known = [night for night in self.nights if night.in_force_from <= day]
        return max(known, key=lambda night: night.in_force_from) if known else DEFAULT_NIGHT

    @property
    def is_night(self) -> bool:
        moment = self.local
        return self.night_on(moment.date()).covers(moment)


def _within(starts: time, ends: time, clock: time) -> bool:
    """Whether ``clock`` lies in a window that may run over midnight; equal ends mean the whole day."""
    if starts < ends:
        return starts <= clock < ends
    return clock >= starts or clock < ends


def _in_dates(from_day: date | None, to_day: date | None, day: date) -> bool:
    return (from_day is None or from_day <= day) and (to_day is None or day <= to_day)
