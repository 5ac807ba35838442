"""When the catalogue comes up: by season, by quarter and by year (Art. 9; local setting)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

MONTHS_IN_QUARTER = 3
REVISED_BY = (3, 31)
WARNED_BY = 15


def quarter_of(day: date) -> tuple[int, int]:
    """The year and the quarter, 1 to 4, in which ``day`` lies."""
    return day.year, (day.month - 1) // MONTHS_IN_QUARTER + 1


def next_quarter_begins(day: date) -> date:
    """The first day of the quarter after the one of ``day``."""
    year, quarter = quarter_of(day)
    return date(year + 1, 1, 1) if quarter == 4 else date(year, quarter * MONTHS_IN_QUARTER + 1, 1)


def next_month_begins(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def season_begins(months: Collection[int], month: int) -> bool:
    """Whether ``month`` is the first of a high season of ``months``; all year is no season."""
    return month in months and (month - 2) % 12 + 1 not in months


def warning_due(day: date) -> date:
    """By when the trades are warned of a season that begins in the month of ``day``."""
    return max(day, day.replace(day=WARNED_BY))


def next_year_begins(day: date) -> date:
    return date(day.year + 1, 1, 1)


def yearly_revision_due(day: date) -> date:
    """The last day of the yearly revision that begins in the year of ``day``: before inspections are planned."""
    return date(day.year, *REVISED_BY)


def quarters_until(day: date, number: int) -> list[tuple[int, int]]:
    """The last ``number`` quarters that were over on ``day``, the earliest first."""
    year, quarter = quarter_of(day)
    last = year * 4 + quarter - 1
    return [(index // 4, index % 4 + 1) for index in range(last - number, last)]
