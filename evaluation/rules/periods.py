"""Months, quarters, halves and years as codes: ``2026-11``, ``2026-Q4``, ``2026-H2``, ``2026`` (Art. 4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from evaluation.vocabulary import PeriodKind

_CODE = re.compile(r"((?:19|20|21)[0-9]{2})(?:-(?:Q([1-4])|H([12])|(0[1-9]|1[0-2])))?")
MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF: 6, PeriodKind.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Span:
    """A period; both days belong to it."""

    code: str
    kind: PeriodKind
    start: date
    end: date

    @property
    def previous(self) -> Span:
        """The period of the same length before this one."""
        return span_containing(self.start - timedelta(days=1), self.kind)


def span_of(code: str) -> Span:
    """The period called ``code``; raises ValueError for anything else."""
    found = _CODE.fullmatch(code)
    if found is None:
        raise ValueError(f"{code!r} is not a period")
    year, quarter, half, month = found.groups()
    if quarter:
        return span_containing(date(int(year), int(quarter) * 3, 1), PeriodKind.QUARTER)
    if half:
        return span_containing(date(int(year), int(half) * 6, 1), PeriodKind.HALF)
    if month:
        return span_containing(date(int(year), int(month), 1), PeriodKind.MONTH)
    return span_containing(date(int(year), 1, 1), PeriodKind.YEAR)


def span_containing(day: date, kind: PeriodKind) -> Span:
    """The period of ``kind`` that ``day`` lies in."""
    length = MONTHS[kind]
    first = (day.month - 1) // length * length + 1
    start = date(day.year, first, 1)
    after = date(day.year + (first + length > 12), (first + length - 1) % 12 + 1, 1)
    return Span(_code(kind, start), kind, start, after - timedelta(days=1))


def spans_back(day: date, *, months: int) -> Iterator[Span]:
    """Every period of every kind that ends in the last ``months`` months before ``day``, or holds ``day``."""
    oldest = _months_before(day, months)
    for kind in PeriodKind:
        span = span_containing(day, kind)
        while span.end >= oldest:
            yield span
            span = span.previous


def _months_before(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 - months
    return date(index // 12, index % 12 + 1, 1)


def _code(kind: PeriodKind, start: date) -> str:
    if kind == PeriodKind.QUARTER:
        return f"{start.year}-Q{(start.month + 2) // 3}"
    if kind == PeriodKind.HALF:
        return f"{start.year}-H{(start.month + 5) // 6}"
    return f"{start:%Y-%m}" if kind == PeriodKind.MONTH else str(start.year)
