"""A8-5: return visits that fell due were held by their day (Art. 8 (8))."""

from __future__ import annotations

from typing import Any

from django.db.models import F, Q, QuerySet

from evaluation.reports.cohorts import come_due, whether
from evaluation.reports.frame import Frame
from evaluation.reports.measure import Measure
from evaluation.vocabulary import Subject
from guidance.models import ReturnVisit
from guidance.vocabulary import VisitState

NOT_OWED = (VisitState.CANCELLED, VisitState.REFUSED)


def rows(frame: Frame) -> QuerySet[Any]:
    seen = ReturnVisit.objects.visible_to(frame.actor).exclude(state__in=NOT_OWED)
    due = seen.filter(come_due("due_on", "held_on", frame))
    return due.annotate(met=whether(Q(held_on__lte=F("due_on"))))


MEASURE = Measure("A8-5", Subject.VISIT, rows)
