"""Whom other weights would move: counted over the stored inputs, nothing written (Art. 9)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum

from foundation.actors import Actor
from riskcontrol.models import CounterpartRisk, RiskTally
from riskcontrol.rules.formulas import Formula
from riskcontrol.vocabulary import RANK, Level

MOST_COUNTED = 200_000
SHOWN = 10
_GROUPS_NAMED = 40
LEVELS = (Level.HIGH.value, Level.MEDIUM.value, Level.LOW.value)

Inputs = list[list[Any]]


@dataclass(frozen=True, slots=True)
class Moved:
    """One counterpart that would stand at another level."""

    counterpart: Any
    score: int
    new_score: int
    level: str
    new_level: str


@dataclass(frozen=True, slots=True)
class Preview:
    """Counterparts by level, as the scores call for now and as they would; ``counted`` may be a part of ``total``."""

    counted: int
    total: int
    before: dict[str, int]
    after: dict[str, int]
    rising: int
    falling: int
    first: tuple[Moved, ...]


def preview_of(formula: Formula, *, against: Formula, actor: Actor) -> Preview:
    """What ``formula`` would change for the counterparts whom ``actor`` may meet; raises nothing, stores nothing."""
    total = RiskTally.objects.visible_to(actor).aggregate(Sum("number"))["number__sum"] or 0
    rows = _sample(CounterpartRisk.objects.visible_to(actor), total)
    groups = rows.order_by().values_list("inputs").annotate(Count("pk"))
    before, after, moves = Counter[str](), Counter[str](), Counter[bool]()
    moving: list[tuple[int, int, Inputs]] = []
    for inputs, number in groups:
        old, new = against.score_of(tally_in(inputs)), formula.score_of(tally_in(inputs))
        level, new_level = against.level_of(old), formula.level_of(new)
        before[level] += number
        after[new_level] += number
        if level != new_level:
            moves[RANK[new_level] > RANK[level]] += number
            moving.append((abs(new - old), old, inputs))
    moving.sort(key=lambda found: found[:2], reverse=True)
    first = _named(rows, (inputs for _gap, _old, inputs in moving[:_GROUPS_NAMED]), formula, against)
    counted = sum(before.values())
    return Preview(
        counted, max(total, counted), dict(before), dict(after), moves[True], moves[False], tuple(first)
    )


def tally_in(inputs: Inputs) -> dict[str, int]:
    """How many of each input stand in a stored score."""
    return {code: value for code, value, _weight, _points in inputs}


def _sample(rows: QuerySet[Any], total: int) -> QuerySet[Any]:
    """All rows, or every n-th by its key: a few seconds are the most that a reader waits."""
    step = -(-total // MOST_COUNTED)
    return rows if step < 2 else rows.annotate(place=F("pk") % step).filter(place=0)


def _named(
    rows: QuerySet[Any], groups: Iterable[Inputs], formula: Formula, against: Formula
) -> Iterable[Moved]:
    alike = [Q(inputs=inputs) for inputs in groups]
    if not alike:
        return
    found = rows.filter(reduce(or_, alike)).select_related("counterpart").order_by("-score", "-counterpart")
    for row in found[:SHOWN]:
        tally = tally_in(row.inputs)
        old, new = against.score_of(tally), formula.score_of(tally)
        yield Moved(row.counterpart, old, new, against.level_of(old), formula.level_of(new))
