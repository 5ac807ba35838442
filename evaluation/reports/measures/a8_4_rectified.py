"""A8-4: what an interview asked to be put right was looked at again in time and was in order (Art. 8 (7))."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import DateField, ExpressionWrapper, F, Q, QuerySet

from evaluation.reports.cohorts import whether
from evaluation.reports.frame import Frame
from evaluation.reports.measure import Measure
from evaluation.vocabulary import Subject
from guidance.models import RectificationItem
from guidance.vocabulary import GuidanceState, Recheck, Way

LOOK_AGAIN_WITHIN = timedelta(days=7)


def rows(frame: Frame) -> QuerySet[Any]:
    over = Q(rechecked_on__isnull=False) | Q(due_on__lt=frame.today - LOOK_AGAIN_WITHIN)
    latest = ExpressionWrapper(F("due_on") + LOOK_AGAIN_WITHIN, output_field=DateField())
    in_order = Q(recheck_result=Recheck.CORRECTED, rechecked_on__lte=latest)
    seen = RectificationItem.objects.visible_to(frame.actor).filter(over, due_on__range=frame.days)
    live = seen.filter(action__way=Way.INTERVIEW).exclude(action__state=GuidanceState.WITHDRAWN)
    return live.annotate(met=whether(in_order))


MEASURE = Measure("A8-4", Subject.ITEM, rows, organ="action__organ_id")
