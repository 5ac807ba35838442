"""The last months and the coming weeks, with no gap where nothing happened (Art. 4)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta


def month_starts(today: date, *, months: int) -> list[date]:
    """The first days of the last ``months`` months, the running one included, the oldest first."""
    index = today.year * 12 + today.month - 1
    return [date(i // 12, i % 12 + 1, 1) for i in range(index - months + 1, index + 1)]


def after_month(start: date) -> date:
    """The first day of the following month."""
    return date(start.year + start.month // 12, start.month % 12 + 1, 1)


def weeks_ahead(today: date, *, weeks: int) -> Iterator[tuple[date, date]]:
    """The first and last day of the coming weeks, beginning today."""
    for week in range(weeks):
        first = today + timedelta(days=7 * week)
        yield first, first + timedelta(days=6)
