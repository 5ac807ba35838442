"""One measured indicator: the rows that count, each marked ``met`` or not, and how they become a figure."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, Count, F, Func, Q, QuerySet, Value
from django.db.models.functions import Cast

from evaluation.reports.figures import Cell, Reader, share_of_rows
from evaluation.reports.frame import Frame
from evaluation.vocabulary import Subject

Rows = Callable[[Frame], QuerySet[Any]]
Evidence = Callable[[Frame, Collection[int]], QuerySet[Any]]


@dataclass(frozen=True)
class Measure:
    """How an indicator is counted live.

    ``rows(frame)`` gives the rows of the denominator, annotated with ``met``; ``organ`` is the path to
    the organ that answers for a row, ``part`` what else the rows are told apart by. ``aggregates``
    replaces the plain counts ``n`` and ``k`` or adds ``more`` and ``squares``. ``evidence`` gives the
    rows behind the figure of some organs when they are others than ``rows``.
    """

    code: str
    subject: Subject
    rows: Rows
    organ: str = "organ_id"
    part: str = ""
    aggregates: dict[str, Func] = field(default_factory=dict)
    read: Reader = share_of_rows
    evidence: Evidence | None = None

    def counts(self, frame: Frame) -> QuerySet[Any]:
        """One row an organ (and part), as the columns of ``Cell``; made for UNION ALL with its like."""
        part = Cast(F(self.part), CharField()) if self.part else _text("")
        numbers = {"n": Count("pk"), "k": Count("pk", filter=Q(met=True)), "more": ZERO, "squares": ZERO}
        return (
            self.rows(frame)
            .order_by()
            .annotate(code_=_text(self.code), organ_=F(self.organ), part_=part)
            .values("code_", "organ_", "part_")
            .annotate(**{f"{name}_": number for name, number in {**numbers, **self.aggregates}.items()})
            .values_list(*(f"{name}_" for name in _COLUMNS))
        )

    def evidence_of(self, frame: Frame, organs: Collection[int]) -> QuerySet[Any]:
        """The rows behind the figure of ``organs``."""
        if self.evidence is not None:
            return self.evidence(frame, organs)
        return self.rows(frame).filter(**{f"{self.organ}__in": organs})


def _text(value: str) -> Cast:
    return Cast(Value(value), CharField())


ZERO: Any = Value(0)
_COLUMNS = tuple(name.removesuffix("_id") for name in Cell._fields)
