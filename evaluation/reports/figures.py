"""A counted figure with its numerator, denominator and interval; no data is None, never 0 (Art. 4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from evaluation.rules.intervals import of_mean, wilson

LEAST_RESPONSE = 0.3
ENOUGH_USES = 3


class Cell(NamedTuple):
    """What one query gives for one organ: ``n`` rows, ``k`` of them met, and two numbers more."""

    code: str
    organ_id: int
    part: str
    n: int
    k: int
    more: int = 0
    squares: int = 0


@dataclass(frozen=True, slots=True)
class Companion:
    """A figure that is shown beside the main one and never scored."""

    label: Any
    value: float


@dataclass(frozen=True, slots=True)
class Figure:
    numerator: int = 0
    denominator: int = 0
    value: float | None = None
    low: float | None = None
    high: float | None = None
    companions: tuple[Companion, ...] = ()

    @property
    def n(self) -> int:
        return self.denominator


Reader = Callable[[Iterable[Cell], bool], Figure]
"""Makes a figure of the cells of an organ with all below it, and of whether they have duties at all."""


def share(k: int, n: int, companions: tuple[Companion, ...] = ()) -> Figure:
    """A share with its interval, or nothing without rows."""
    interval = wilson(k, n)
    if interval is None:
        return Figure(companions=companions)
    return Figure(k, n, k / n, *interval, companions)


def share_of_rows(cells: Iterable[Cell], _has_duties: bool) -> Figure:
    n = k = 0
    for cell in cells:
        n, k = n + cell.n, k + cell.k
    return share(k, n)


def parts_with(whole: int) -> Reader:
    """How many of ``whole`` parts have at least one row that is met; nothing for who has no duties."""

    def read(cells: Iterable[Cell], has_duties: bool) -> Figure:
        if not has_duties:
            return Figure()
        used = len({cell.part for cell in cells if cell.k})
        return Figure(used, whole, used / whole)

    return read


def parts_used_often(cells: Iterable[Cell], _has_duties: bool) -> Figure:
    """Among the parts with three rows or more, those that are met."""
    rows: dict[str, int] = defaultdict(int)
    met = set()
    for cell in cells:
        rows[cell.part] += cell.n
        if cell.k:
            met.add(cell.part)
    often = {part for part, n in rows.items() if n >= ENOUGH_USES}
    return share(len(often & met), len(often))


def mean_with_response(label: Any, *, least: float, most: float) -> Reader:
    """The mean of what was answered; nothing when fewer than three in ten answered."""

    def read(cells: Iterable[Cell], _has_duties: bool) -> Figure:
        n = total = asked = squares = 0
        for cell in cells:
            n, total = n + cell.n, total + cell.k
            asked, squares = asked + cell.more, squares + cell.squares
        response = (Companion(label, n / asked),) if asked else ()
        if not n or n < LEAST_RESPONSE * asked:
            return Figure(companions=response)
        low, high = of_mean(total, squares, n, least=least, most=most) or (None, None)
        return Figure(total, n, total / n, low, high, response)

    return read


def share_beside(label: Any) -> Reader:
    """A share of rows, with the ratio of ``more`` to the rows beside it."""

    def read(cells: Iterable[Cell], has_duties: bool) -> Figure:
        listed = list(cells)
        figure = share_of_rows(listed, has_duties)
        if not figure.n:
            return figure
        beside = Companion(label, sum(cell.more for cell in listed) / figure.n)
        return share(figure.numerator, figure.n, (beside,))

    return read
