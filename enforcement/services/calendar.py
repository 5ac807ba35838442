"""The working-day calendar of the city: the last day that a limit gives, or the year that is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from enforcement.reports.calendar import work_calendar
from enforcement.rules.holidays import missing_year
from enforcement.rules.reckoning import Reckoning
from foundation.calendar import MissingYear
from foundation.obstacles import Refused

__all__ = ["work_calendar"]


@contextmanager
def known_years() -> Iterator[None]:
    """Turn a year whose holidays were never entered into a refusal that says where to enter them."""
    try:
        yield
    except MissingYear as missing:
        raise Refused([missing_year(missing.year)]) from missing


def last_day_of(limit: Callable[..., Reckoning], *given: Any, **more: Any) -> date:
    """The last day that ``limit`` (of ``rules.limits``) gives; raises Refused when a year was not entered."""
    with known_years():
        found = limit(*given, work_calendar(), **more)
    assert found.due_on is not None  # noqa: S101 - nothing stops such a period
    return found.due_on


def morning_after(day: date) -> datetime:
    """The first moment at which ``day`` is over."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))
