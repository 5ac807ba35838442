"""A10-1: lists in force were published or revised within a year (Art. 10 para. 1)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import Q, QuerySet

from evaluation.reports.cohorts import whether
from evaluation.reports.frame import Frame
from evaluation.reports.measure import Measure
from evaluation.vocabulary import Subject
from leniency.models import LeniencyList

A_YEAR = timedelta(days=365)


def rows(frame: Frame) -> QuerySet[Any]:
    fresh = Q(published_on__gte=frame.as_of - A_YEAR)
    return LeniencyList.objects.visible_to(frame.actor).in_force(frame.as_of).annotate(met=whether(fresh))


MEASURE = Measure("A10-1", Subject.LIST, rows)
