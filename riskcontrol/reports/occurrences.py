"""How often each matter was decided lately, in one query (Art. 9)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from django.db.models import Count, Q
from django.db.models.functions import ExtractQuarter, ExtractYear

from enforcement.models import Case
from enforcement.vocabulary import PENALISING, Outcome, PenaltyKind, Procedure
from riskcontrol.rules.facts import Occurrences
from riskcontrol.rules.levels import most_frequent
from riskcontrol.rules.periods import months_before
from riskcontrol.rules.scoring import VIOLATION

_GRAVE_KINDS = (PenaltyKind.LICENCE, PenaltyKind.BUSINESS)
GRAVE = Q(is_major=True, outcome__in=PENALISING) | Q(decision__penalty_kind__in=_GRAVE_KINDS)
MILD = Q(procedure=Procedure.SUMMARY) | Q(outcome=Outcome.NO_PENALTY)
NEVER = Occurrences(in_two_years=0, in_quarter=0, mild=0, grave=0, is_among_most_frequent=False)


class QuarterCount(NamedTuple):
    decided: int
    mild: int
    grave: int


NO_CASES = QuarterCount(0, 0, 0)


def occurrences_by_quarter(
    matters: Collection[int], *, since: date, before: date
) -> dict[tuple[int, int, int], QuarterCount]:
    """The decisions of each matter, year and quarter from ``since`` until before ``before``, in one query."""
    rows = (
        Case.objects.filter(
            matter_id__in=matters, decided_on__gte=since, decided_on__lt=before, outcome__in=list(VIOLATION)
        )
        .order_by()
        .annotate(year=ExtractYear("decided_on"), quarter=ExtractQuarter("decided_on"))
        .values("matter_id", "year", "quarter")
        .annotate(decided=Count("pk"), mild=Count("pk", filter=MILD), grave=Count("pk", filter=GRAVE))
    )
    return {
        (row["matter_id"], row["year"], row["quarter"]): QuarterCount(
            row["decided"], row["mild"], row["grave"]
        )
        for row in rows
    }


def occurrences_of_matters(today: date) -> dict[int, Occurrences]:
    """The figures of every matter that was decided in the last 24 months."""
    rows = list(
        Case.objects.filter(
            decided_on__gte=months_before(today, 24), decided_on__lte=today, outcome__in=list(VIOLATION)
        )
        .order_by()
        .values("matter_id")
        .annotate(
            in_two_years=Count("pk"),
            in_quarter=Count("pk", filter=Q(decided_on__gte=months_before(today, 3))),
            mild=Count("pk", filter=MILD),
            grave=Count("pk", filter=GRAVE),
        )
    )
    often = most_frequent(row["in_quarter"] for row in rows)
    return {
        row["matter_id"]: Occurrences(
            in_two_years=row["in_two_years"],
            in_quarter=row["in_quarter"],
            mild=row["mild"],
            grave=row["grave"],
            is_among_most_frequent=bool(often) and row["in_quarter"] >= often,
        )
        for row in rows
    }
