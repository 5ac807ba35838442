"""A6-6: decisions that did not stand on reconsideration or in court (Art. 6; Penalty Law, Art. 48)."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from enforcement.models import Remedy
from evaluation.reports.cohorts import decided_cases
from evaluation.reports.frame import Frame
from evaluation.reports.measure import Measure
from evaluation.vocabulary import Subject


def rows(frame: Frame) -> QuerySet[Any]:
    undone = Remedy.objects.undoing().filter(case=OuterRef("pk"), ended_on__lte=frame.today)
    return decided_cases(frame).annotate(met=Exists(undone))


MEASURE = Measure("A6-6", Subject.CASE, rows)
