"""A9-1: matters that come up often have a published risk point that is not overdue for review (Art. 9)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from enforcement.models import Case, Matter
from evaluation.reports.cohorts import VIOLATION, whether
from evaluation.reports.figures import ENOUGH_USES, parts_used_often
from evaluation.reports.frame import Frame
from evaluation.reports.measure import Measure
from evaluation.vocabulary import Subject
from riskcontrol.models import RiskPoint

LOOK_BACK = timedelta(days=730)


def rows(frame: Frame) -> QuerySet[Any]:
    """Cases of two years, marked by whether their matter has a current risk point."""
    current = _current_points(frame).filter(matter=OuterRef("matter"))
    return _used(frame).annotate(met=whether(Exists(current)))


def evidence(frame: Frame, organs: Collection[int]) -> QuerySet[Any]:
    """The matters that come up often."""
    used = _used(frame).filter(organ_id__in=organs).order_by().values("matter_id").annotate(uses=Count("pk"))
    often = used.filter(uses__gte=ENOUGH_USES).values("matter_id")
    current = _current_points(frame).filter(matter=OuterRef("pk"))
    return Matter.objects.filter(pk__in=often).annotate(met=whether(Exists(current)))


def _used(frame: Frame) -> QuerySet[Any]:
    days = (frame.as_of - LOOK_BACK, frame.as_of)
    return Case.objects.visible_to(frame.actor).filter(outcome__in=VIOLATION, decided_on__range=days)


def _current_points(frame: Frame) -> QuerySet[Any]:
    fresh = Q(review_due_on=None) | Q(review_due_on__gte=frame.as_of)
    return RiskPoint.objects.published().filter(fresh)


MEASURE = Measure("A9-1", Subject.MATTER, rows, part="matter_id", read=parts_used_often, evidence=evidence)
