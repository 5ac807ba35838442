"""What guidance achieved, by way, organ, matter and month; and whether the matter came up again (Art. 8).

Who declined is counted nowhere: neither for the organ nor against anybody.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, DateField, Exists, ExpressionWrapper, OuterRef, Q
from django.db.models.functions import TruncMonth

from enforcement.models import Case
from enforcement.vocabulary import CaseState, Outcome
from foundation.actors import Actor
from guidance.models import GuidanceAction
from guidance.vocabulary import Effect, EffectCut, GuidanceState, Recheck, Response

A_YEAR = timedelta(days=365)
MOST = 50
COLUMNS: dict[str, tuple[str, ...]] = {
    EffectCut.WAY: ("way",),
    EffectCut.ORGAN: ("organ_id", "organ__name_zh", "organ__name_en"),
    EffectCut.MATTER: ("matter_id", "matter__name_zh", "matter__name_en"),
    EffectCut.MONTH: ("month",),
}


@dataclass(frozen=True, slots=True)
class Figures:
    """Concluded guidance of one kind; ``shown`` is effective and says by what, or was looked at again;
    ``watched`` is what could come up again: one party, one matter.
    """

    total: int = 0
    effective: int = 0
    shown: int = 0
    partly: int = 0
    ineffective: int = 0
    watched: int = 0
    recurred: int = 0

    @property
    def share(self) -> float | None:
        return self.effective / self.total if self.total else None

    @property
    def proof(self) -> float | None:
        return self.shown / self.effective if self.effective else None

    @property
    def recurrence(self) -> float | None:
        return self.recurred / self.watched if self.watched else None


@dataclass(frozen=True, slots=True)
class EffectLine:
    """One line of one cut: ``key`` finds its rows, ``names`` are its Chinese and English name."""

    cut: str
    key: str
    names: tuple[str, ...]
    figures: Figures


@dataclass(frozen=True, slots=True)
class EffectReport:
    since: date
    until: date
    total: Figures
    lines: tuple[EffectLine, ...]

    def of(self, cut: str) -> list[EffectLine]:
        return [line for line in self.lines if line.cut == cut]


def effect_of_guidance(
    actor: Actor, *, since: date, until: date, within: Q | None = None, way: str = ""
) -> EffectReport:
    """The report of what was concluded from ``since`` to ``until`` in the actor's reach; one query a cut."""
    rows = _counted(GuidanceAction.objects.within_reach_of(actor), since, until)
    rows = rows.filter(within) if within is not None else rows
    rows = rows.filter(way=way) if way else rows
    lines = tuple(line for cut in EffectCut for line in _lines(rows, cut))
    return EffectReport(since, until, _sum(lines), lines)


def recurring() -> Exists:
    """Whether the same party came up in the same matter within a year, at the organ that had given the guidance."""
    last = ExpressionWrapper(OuterRef("concluded_on") + A_YEAR, output_field=DateField())
    again = Case.objects.filter(  # of the same organ: what others did must not show in its figure
        organ=OuterRef("organ"),
        counterpart=OuterRef("counterpart"),
        matter=OuterRef("matter"),
        occurred_on__gt=OuterRef("concluded_on"),
        occurred_on__lte=last,
    )
    return Exists(again.exclude(state=CaseState.NOT_FILED).exclude(outcome=Outcome.NOT_ESTABLISHED))


def _counted(seen: Any, since: date, until: date) -> Any:
    rows = seen.filter(state=GuidanceState.CONCLUDED, concluded_on__range=(since, until))
    rows = rows.exclude(response=Response.DECLINED)
    return rows.annotate(again=recurring(), month=TruncMonth("concluded_on"))


def _lines(rows: Any, cut: EffectCut) -> Iterator[EffectLine]:
    columns = COLUMNS[cut]
    grouped = rows.order_by().values(*columns).annotate(**_FIGURES)
    order = ("-month",) if cut == EffectCut.MONTH else ("-total", columns[0])
    for row in grouped.order_by(*order)[: None if cut == EffectCut.MONTH else MOST]:
        key, *names = (row[column] for column in columns)
        figures = Figures(**{name: row[name] for name in _FIGURES})
        yield EffectLine(cut.value, _key(key), tuple(name or "" for name in names), figures)


def _key(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:%Y-%m}" if isinstance(value, date) else str(value)


def _sum(lines: tuple[EffectLine, ...]) -> Figures:
    """Months hold every row once, and are never cut short."""
    months = [line.figures for line in lines if line.cut == EffectCut.MONTH]
    return Figures(**{name: sum(getattr(f, name) for f in months) for name in _FIGURES})


def _number(condition: Q) -> Count:
    return Count("pk", filter=condition)


_SHOWN = ~Q(effect_note="") | Q(exhort__recheck_result=Recheck.CORRECTED)
_WATCHED = Q(counterpart__isnull=False, matter__isnull=False)
_FIGURES: dict[str, Any] = {
    "total": Count("pk"),
    "effective": _number(Q(effect=Effect.EFFECTIVE)),
    "shown": _number(Q(effect=Effect.EFFECTIVE) & _SHOWN),
    "partly": _number(Q(effect=Effect.PARTLY)),
    "ineffective": _number(Q(effect=Effect.INEFFECTIVE)),
    "watched": _number(_WATCHED),
    "recurred": _number(_WATCHED & Q(again=True)),
}
