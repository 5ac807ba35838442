"""Every figure of the dashboard counted from the rows themselves, for all organs at once (Art. 4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count, F, Value
from django.db.models.functions import TruncMonth

from desk.rules.tallies import EVER, Share, Sphere, spheres_of
from desk.vocabulary import Measure
from enforcement.models import Case, Circumstances
from enforcement.vocabulary import OPEN_STATES
from guidance.models import GuidanceAction, ReturnVisit
from guidance.vocabulary import GuidanceState

_PLACE = ("organ_id", "line_id", "branch_id", "district_id")
Counted = Counter[tuple[Sphere, Share]]


def counted_anew() -> Iterator[Counted]:
    """The figures of everybody, one measure at a time."""
    open_cases = Case.objects.filter(state__in=OPEN_STATES)
    undecided = open_cases.filter(decided_on=None, deadline_on__isnull=False)
    decided = Case.objects.filter(decided_on__isnull=False)
    issued = GuidanceAction.objects.exclude(state=GuidanceState.WITHDRAWN).filter(issued_at__isnull=False)
    corrected = Circumstances.objects.filter(corrected_on__isnull=False)
    yield _spread(Measure.CASES_OPEN, open_cases, Value(EVER))
    yield _spread(Measure.CASES_UNDECIDED, undecided, F("deadline_on"))
    yield _spread(Measure.CASES_DECIDED, decided, TruncMonth("decided_on"), "outcome")
    yield _spread(Measure.GUIDANCE_ISSUED, issued, TruncMonth("issued_at"), "way")
    yield _spread(Measure.VISITS_OPEN, ReturnVisit.objects.open(), F("due_on"))
    yield _spread(Measure.CORRECTIONS, corrected, TruncMonth("corrected_on"), path="case__")


def _spread(measure: Measure, rows: Any, day: Any, value: str = "", path: str = "") -> Counted:
    """``rows`` grouped once by organ, day and value, then added up for everybody above."""
    place = [f"{path}{name}" for name in _PLACE]
    columns = [*place, "when", *([value] if value else [])]
    found = rows.order_by().annotate(when=day).values_list(*columns).annotate(n=Count("pk"))
    counted: Counted = Counter()
    for row in found.iterator():
        share = Share(measure.value, _day(row[4]), row[5] if value else "")
        for sphere in spheres_of(dict(zip(_PLACE, row[:4], strict=True))):
            counted[sphere, share] += row[-1]
    return counted


def _day(when: Any) -> date:
    """A month of moments is told as a moment."""
    return date(when.year, when.month, when.day)
