"""How the last day of a period comes about, step by step (Penalty Law, Art. 85; Coercion Law, Art. 69).

The starting day is not counted. A stop takes its days out of the count, an extension adds to it. A period that
ends on a day on which no office works ends on the next one that is worked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.rules.periods import Period, period_under
from enforcement.vocabulary import Law, Unit
from foundation.articles import COERCION, PENALTY, PUBLICITY, RECONSIDERATION, Citation
from foundation.calendar import MissingYear, WorkCalendar
from foundation.wording import day_text

DAY = timedelta(days=1)
LONGEST = 20_000
CITATION_OF = {
    Law.PENALTY: Citation(PENALTY, "85"),
    Law.COERCION: Citation(COERCION, "69"),
    Law.RECONSIDERATION: Citation(RECONSIDERATION, "88"),
    Law.PUBLICITY: Citation(PUBLICITY, "6"),
}

START = _("%(day)s is the day of the start and is not counted.")
FIRST = _("%(day)s is the first day.")
WEEKEND = _("%(days)s: weekend, not counted.")
HOLIDAY = _("%(days)s: holiday, not counted.")
MAKEUP = _("%(days)s: make-up workday, counted.")
STOPPED = _("%(days)s: %(why)s, %(number)s days not counted.")
RUNNING = _("Stopped since %(day)s: %(why)s. %(number)s days are left.")
EXTENDED = _("Extended by %(number)s days.")
LAST = _("%(day)s is day %(number)s.")
MOVED = _("No office works on that day: the period ends on %(day)s.")
UNSURE = _(
    "The holiday arrangement of %(year)s has not been entered: should that day be off, the end moves on."
)


@dataclass(frozen=True, slots=True)
class Stop:
    """Days that are not counted, both ends included; without ``last`` it is still going on."""

    first: date
    last: date | None
    why: Any

    def covers(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Step:
    """One sentence of the explanation; ``text`` is worded in the reader's language."""

    template: Any
    first: date | None = None
    last: date | None = None
    number: int = 0
    why: Any = ""
    year: int = 0

    @property
    def text(self) -> str:
        span = day_text(self.first)
        if self.last is not None and self.last != self.first:
            span = f"{span} – {day_text(self.last)}"
        words = {"day": day_text(self.first), "days": span, "number": self.number, "why": self.why}
        return str(self.template) % {**words, "year": self.year}


@dataclass(frozen=True, slots=True)
class Reckoning:
    """The last day with its explanation. While a stop goes on there is none, but ``days_left``.

    ``unsure_of`` names a year whose holidays are not entered yet, where they could still move the end.
    """

    due_on: date | None
    unit: Unit
    steps: tuple[Step, ...]
    citation: Citation | str = ""
    days_left: int | None = None
    unsure_of: int | None = None

    @property
    def texts(self) -> list[str]:
        return [step.text for step in self.steps]


def reckon(
    period: Period,
    *,
    start: date,
    calendar: WorkCalendar,
    stops: Sequence[Stop] = (),
    more: Sequence[Period] = (),
    citation: Citation | str = "",
) -> Reckoning:
    """The end of ``period`` after ``start``; raises MissingYear when the end rests on a year not entered."""
    count = _counted(period, start=start, calendar=calendar, stops=stops, more=more)
    return count.ended(calendar, citation) if count.is_over else count.paused(citation)


def reckon_for_now(
    period: Period,
    *,
    start: date,
    calendar: WorkCalendar,
    stops: Sequence[Stop] = (),
    more: Sequence[Period] = (),
    citation: Citation | str = "",
) -> Reckoning:
    """Like ``reckon``, for a limit on the organ itself: with a year missing, the earliest day it could be.

    Holidays only ever move the end of calendar days on, so who keeps that day is in time. Raises MissingYear
    for working days, where nothing is known without the year.
    """
    count = _counted(period, start=start, calendar=calendar, stops=stops, more=more)
    if not count.is_over:
        return count.paused(citation)
    try:
        return count.ended(calendar, citation)
    except MissingYear as missing:
        if count.unit == Unit.WORKING:
            raise
        return count.ended_unsure(missing.year, citation)


def reckon_strictly(
    period: Period,
    *,
    start: date,
    calendar: WorkCalendar,
    stops: Sequence[Stop] = (),
    more: Sequence[Period] = (),
    citation: Citation | str = "",
) -> Reckoning:
    """Like ``reckon``, for a restriction that may last so long at most: no holiday makes it longer."""
    count = _counted(period, start=start, calendar=calendar, stops=stops, more=more)
    return count.as_counted(citation) if count.is_over else count.paused(citation)


def reckon_under(
    law: str, days: int, *, start: date, calendar: WorkCalendar, stops: Sequence[Stop] = ()
) -> Reckoning:
    """A period of ``days`` as ``law`` counts it; raises MissingYear."""
    period = period_under(law, days)
    return reckon(period, start=start, calendar=calendar, stops=stops, citation=CITATION_OF[Law(law)])


def reckon_months(
    months: int, *, start: date, calendar: WorkCalendar, citation: Citation | str = ""
) -> Reckoning:
    """The same day ``months`` later, or the last of a shorter month; raises MissingYear when it may move."""
    return _months(months, start).ended(calendar, citation)


def reckon_months_for_now(
    months: int, *, start: date, calendar: WorkCalendar, citation: Citation | str = ""
) -> Reckoning:
    """Like ``reckon_months``, for a limit on the organ itself: with a year missing, the earliest day."""
    count = _months(months, start)
    try:
        return count.ended(calendar, citation)
    except MissingYear as missing:
        return count.ended_unsure(missing.year, citation)


def latest_day_before(day: date, working_days: int, calendar: WorkCalendar) -> date:
    """The last working day that leaves so many whole working days free before ``day``; raises MissingYear."""
    left = working_days + 1
    while left:
        day -= DAY
        left -= calendar.is_working_day(day)
    return day


def months_after(start: date, months: int) -> date:
    """The same day ``months`` later, or the last day of a month that is too short."""
    year, month = divmod(start.month - 1 + months, 12)
    first = date(start.year + year, month + 1, 1)
    after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return min(first + DAY * (start.day - 1), after - DAY)


@dataclass(slots=True)
class _Count:
    """The state of counting: the day that was reached, and what there is to tell."""

    day: date
    unit: Unit
    steps: list[Step]
    stops: Sequence[Stop] = ()
    number: int = 0
    left: int = 0
    skipped: list[tuple[Any, date]] = field(default_factory=list)

    @property
    def is_over(self) -> bool:
        return self.left == 0

    def tell_skipped(self) -> None:
        self.steps.extend(_told(self.skipped))
        self.skipped = []

    def ended(self, calendar: WorkCalendar, citation: Citation | str) -> Reckoning:
        end = self.day
        while not calendar.is_working_day(end) or _stop_on(end, self.stops):
            end += DAY
        moved = (Step(MOVED, end),) if end != self.day else ()
        return Reckoning(end, self.unit, (*self.steps, *moved), citation)

    def ended_unsure(self, year: int, citation: Citation | str) -> Reckoning:
        steps = (*self.steps, Step(UNSURE, self.day, year=year))
        return Reckoning(self.day, self.unit, steps, citation, unsure_of=year)

    def as_counted(self, citation: Citation | str) -> Reckoning:
        return Reckoning(self.day, self.unit, tuple(self.steps), citation)

    def paused(self, citation: Citation | str) -> Reckoning:
        stop = next(stop for stop in self.stops if stop.last is None)
        steps = (*self.steps, Step(RUNNING, stop.first, number=self.left, why=stop.why))
        return Reckoning(None, self.unit, steps, citation, days_left=self.left)


def _months(months: int, start: date) -> _Count:
    day = months_after(start, months)
    begins = (Step(START, start), Step(FIRST, start + DAY))
    return _Count(day, Unit.CALENDAR, [*begins, Step(LAST, day, number=(day - start).days)])


def _counted(
    period: Period, *, start: date, calendar: WorkCalendar, stops: Sequence[Stop], more: Sequence[Period]
) -> _Count:
    if period.days + sum(p.days for p in more) > LONGEST:
        raise ValueError(f"no period is longer than {LONGEST} days")
    count = _Count(start, period.unit, [Step(START, start)], stops)
    for number, part in enumerate((period, *more)):
        if number:
            count.steps.append(Step(EXTENDED, number=part.days))
        count.left += part.days
        count.unit = part.unit
        if not _go_on(count, calendar):
            return count
    count.steps.append(Step(LAST, count.day, number=count.number))
    return count


def _go_on(count: _Count, calendar: WorkCalendar) -> bool:
    """Count until no day is left; whether it came so far before a stop that goes on."""
    while count.left:
        count.day += DAY
        stop = _stop_on(count.day, count.stops)
        if stop is not None and stop.last is None:
            break
        if reason := _not_counted(count, stop, calendar):
            count.skipped.append((reason, count.day))
            continue
        count.number += 1
        count.left -= 1
        if count.number == 1:
            count.tell_skipped()
            count.steps.append(Step(FIRST, count.day))
        if count.unit == Unit.WORKING and count.day in calendar.makeup:
            count.skipped.append((MAKEUP, count.day))
    count.tell_skipped()
    return count.left == 0


def _not_counted(count: _Count, stop: Stop | None, calendar: WorkCalendar) -> Any:
    if stop is not None:
        return stop
    if count.unit == Unit.CALENDAR or calendar.is_working_day(count.day):
        return None
    return HOLIDAY if count.day in calendar.off else WEEKEND


def _stop_on(day: date, stops: Iterable[Stop]) -> Stop | None:
    """The stop that takes ``day`` out; one that goes on before one that ended."""
    found = [stop for stop in stops if stop.covers(day)]
    return next((stop for stop in found if stop.last is None), found[0] if found else None)


def _told(skipped: Sequence[tuple[Any, date]]) -> Iterator[Step]:
    """One sentence for each run of days left out, or counted against expectation, for one reason."""
    for (reason, _run), group in groupby(
        enumerate(skipped), key=lambda at: (at[1][0], at[1][1].toordinal() - at[0])
    ):
        days = [day for _index, (_reason, day) in group]
        if isinstance(reason, Stop):
            yield Step(STOPPED, days[0], days[-1], len(days), reason.why)
        else:
            yield Step(reason, days[0], days[-1])
