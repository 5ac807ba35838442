"""The working-day calendar as it was entered."""

from __future__ import annotations

from enforcement.models import Holiday, HolidayYear
from foundation.calendar import WorkCalendar


def work_calendar() -> WorkCalendar:
    """Holidays and make-up workdays of all years that were entered, in two queries."""
    days = list(Holiday.objects.values_list("day", "is_off"))
    return WorkCalendar(
        off=frozenset(day for day, is_off in days if is_off),
        makeup=frozenset(day for day, is_off in days if not is_off),
        years=frozenset(HolidayYear.objects.values_list("year", flat=True)),
    )
