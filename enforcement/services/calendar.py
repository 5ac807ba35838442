"""The working-day calendar, and the refusal when a year of it is missing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from enforcement.reports.calendar import work_calendar
from enforcement.rules.holidays import missing_year
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
