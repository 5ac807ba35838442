"""A8-2: files of general and major guidance are complete (Art. 8)."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from evaluation.reports.cohorts import concluded_guidance, whether
from evaluation.reports.frame import Frame
from evaluation.reports.measure import Measure
from evaluation.vocabulary import Subject
from guidance.models import GuidanceOfficer
from guidance.vocabulary import Formality


def rows(frame: Frame) -> QuerySet[Any]:
    return concluded_and_complete(frame).exclude(formality=Formality.SIMPLE)


def concluded_and_complete(frame: Frame) -> QuerySet[Any]:
    """Concluded guidance, marked by whether its file has every part that it needs."""
    implemented = Exists(GuidanceOfficer.objects.filter(action=OuterRef("pk")))
    answered = ~Q(response="") | Q(counterpart=None) | Q(reply_by=None)
    worded = ~Q(reasons="") & ~Q(basis="") & ~Q(effect_note="")
    return concluded_guidance(frame).annotate(met=whether(Q(implemented) & answered & worded))


MEASURE = Measure("A8-2", Subject.GUIDANCE, rows)
