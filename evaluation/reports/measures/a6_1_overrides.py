"""A6-1: how often a warning of a rule was passed over, with the reason recorded (Art. 6)."""

from __future__ import annotations

from typing import Any

from django.db.models import CharField, Exists, OuterRef, QuerySet
from django.db.models.functions import Cast

from enforcement.models import Case
from evaluation.reports.cohorts import decided_cases, whether
from evaluation.reports.frame import Frame
from evaluation.reports.measure import Measure
from evaluation.vocabulary import Subject
from foundation.models import AuditSubject
from foundation.record.entry import kind_of


def rows(frame: Frame) -> QuerySet[Any]:
    about = AuditSubject.objects.filter(kind=kind_of(Case), key=Cast(OuterRef("pk"), CharField()))
    return decided_cases(frame).annotate(met=whether(Exists(about.exclude(entry__overrides={}))))


MEASURE = Measure("A6-1", Subject.CASE, rows)
