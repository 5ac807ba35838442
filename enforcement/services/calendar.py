"""The working-day calendar as it was entered."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from enforcement.models import Holiday, HolidayYear
from enforcement.rules.holidays import missing_year
from foundation.calendar import MissingYear, WorkCalendar
from foundation.obstacles import Refused


def work_calendar() -> WorkCalendar:
    """Holidays and make-up workdays of all years that were entered, in two queries."""
    days = list(Holiday.objects.values_list("day", "is_off"))
    return WorkCalendar(
        off=frozenset(day for day, is_off in days if is_off),
        makeup=frozenset(day for day, is_off in days if not is_off),
        years=frozenset(HolidayYear.objects.values_list("year", flat=True)),
    )


@contextmanager
def known_years() -> Iterator[None]:
    """Turn a year whose holidays were never entered into a refusal that says where to enter them."""
    try:
        yield
    except MissingYear as missing:
        raise Refused([missing_year(missing.year)]) from missing
