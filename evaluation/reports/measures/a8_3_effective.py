"""A8-3: guidance was effective and shows by what; who declined is not counted at all (Art. 8)."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from evaluation.reports.cohorts import concluded_guidance, whether
from evaluation.reports.frame import Frame
from evaluation.reports.measure import Measure
from evaluation.vocabulary import Subject
from guidance.vocabulary import Effect, Response


def rows(frame: Frame) -> QuerySet[Any]:
    shown = Q(effect=Effect.EFFECTIVE) & ~Q(effect_note="")
    return concluded_guidance(frame).exclude(response=Response.DECLINED).annotate(met=whether(shown))


MEASURE = Measure("A8-3", Subject.GUIDANCE, rows)
