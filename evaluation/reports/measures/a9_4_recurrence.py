"""A9-4: parties that the organ dealt with on the same matter in the year before (Art. 9)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import DateField, Exists, ExpressionWrapper, OuterRef, QuerySet

from enforcement.models import Case
from evaluation.reports.cohorts import VIOLATION, violations, whether
from evaluation.reports.frame import Frame
from evaluation.reports.measure import Measure
from evaluation.vocabulary import Subject

A_YEAR = timedelta(days=365)


def rows(frame: Frame) -> QuerySet[Any]:
    since = ExpressionWrapper(OuterRef("occurred_on") - A_YEAR, output_field=DateField())
    earlier = Case.objects.filter(  # of the same organ: what others did must not show in its figure
        organ=OuterRef("organ"),
        counterpart=OuterRef("counterpart"),
        matter=OuterRef("matter"),
        outcome__in=VIOLATION,
        decided_on__lt=OuterRef("occurred_on"),
        decided_on__gte=since,
    )
    return violations(frame).annotate(met=whether(Exists(earlier)))


MEASURE = Measure("A9-4", Subject.CASE, rows)
