"""All measured indicators of all organs in one statement (Art. 4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from evaluation.reports.figures import Cell, Figure
from evaluation.reports.frame import Frame
from evaluation.reports.measures import MEASURES
from evaluation.reports.territory import Territory

Figures = dict[str, Figure]


class Counts:
    """The cells of every measure, from which the figures of any organ in reach are added up."""

    def __init__(self, frame: Frame) -> None:
        first, *others = (measure.counts(frame) for measure in MEASURES.values())
        self._cells: dict[str, list[Cell]] = defaultdict(list)
        for row in first.union(*others, all=True):
            cell = Cell(*row)
            self._cells[cell.code].append(cell)

    def figures(self, territory: Territory, organ_id: int | None) -> Figures:
        """The figures of an organ with all below it, or of the whole reach."""
        organs = territory.below(organ_id)
        duties = territory.has_duties(organs)
        return {
            code: measure.read(_of(self._cells[code], organs), duties) for code, measure in MEASURES.items()
        }


def _of(cells: list[Cell], organs: frozenset[int]) -> Iterable[Cell]:
    return (cell for cell in cells if cell.organ_id in organs)
