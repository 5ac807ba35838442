"""Who is visited by lot, so that anybody can draw the same lots again (Art. 8 (8))."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from hashlib import sha256
from math import ceil

from enforcement.vocabulary import Procedure

SHARES: dict[str, int] = {Procedure.ORDINARY: 80, Procedure.SUMMARY: 40}
"""Percent of the cases carried out that are visited, whatever the reason, where the city set nothing else."""
HALF = 15


def owed(*, total: int, visited: int, percent: int) -> int:
    """How many more of ``total`` cases are to be visited for ``percent`` of them to be."""
    return max(0, ceil(total * percent / 100) - visited)


def drawn(case_ids: Iterable[int], *, seed: str, count: int) -> list[int]:
    """The ``count`` cases whose lots are lowest; the lot of a case is the SHA-256 of ``seed``, a colon and its key."""
    return sorted(case_ids, key=lambda pk: (sha256(f"{seed}:{pk}".encode()).digest(), pk))[:count]


def half_month_of(day: date) -> tuple[date, date]:
    """First and last day of the half month that ``day`` lies in."""
    if day.day <= HALF:
        return day.replace(day=1), day.replace(day=HALF)
    following = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    return day.replace(day=HALF + 1), following - timedelta(days=1)


def half_month_before(today: date) -> tuple[date, date]:
    """First and last day of the last half month that is over: days 1-15, or from 16 to the end of the month."""
    first, _last = half_month_of(today)
    return half_month_of(first - timedelta(days=1))
