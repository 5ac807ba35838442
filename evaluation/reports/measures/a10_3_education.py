"""A10-3: who was spared a penalty was educated, and somebody looked again (Art. 10)."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from enforcement.vocabulary import Outcome
from evaluation.reports.cohorts import decided_cases, whether
from evaluation.reports.frame import Frame
from evaluation.reports.measure import Measure
from evaluation.vocabulary import Subject
from guidance.models import ReturnVisit


def rows(frame: Frame) -> QuerySet[Any]:
    visits = ReturnVisit.objects.filter(case=OuterRef("pk"))
    looked = Q(Exists(visits.filter(held_on__isnull=False))) | Q(circumstances__corrected_on__isnull=False)
    still_to_come = Q(Exists(visits.open().filter(due_on__gte=frame.today)))
    spared = decided_cases(frame).filter(outcome=Outcome.NO_PENALTY)
    educated = ~Q(decision__education="")
    return spared.filter(looked | ~still_to_come).annotate(met=whether(looked & educated))


MEASURE = Measure("A10-3", Subject.CASE, rows)
