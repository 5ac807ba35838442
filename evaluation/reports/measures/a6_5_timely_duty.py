"""A6-5: clues and cases dealt with in time; what nobody dealt with counts as well (Art. 6)."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import DateField, ExpressionWrapper, F, Q, QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone

from enforcement.models import Case
from enforcement.vocabulary import CaseState
from evaluation.reports.cohorts import come_due, whether
from evaluation.reports.frame import Frame
from evaluation.reports.measure import Measure
from evaluation.vocabulary import Subject

CLUE_WITHIN = timedelta(days=30)


def rows(frame: Frame) -> QuerySet[Any]:
    filed = come_due("deadline_on", "decided_on", frame)
    unfiled = Q(state=CaseState.NOT_FILED) | Q(state=CaseState.CLUE, opened_at__lt=_days_ago(frame))
    limit = ExpressionWrapper(TruncDate("opened_at") + CLUE_WITHIN, output_field=DateField())
    in_time = Q(decided_on__lte=F("deadline_on")) | Q(state=CaseState.NOT_FILED, closed_on__lte=limit)
    seen = Case.objects.visible_to(frame.actor)
    return seen.filter(filed | _limit_in(frame) & unfiled).annotate(met=whether(in_time))


def _limit_in(frame: Frame) -> Q:
    """Clues whose thirty days ended in the period."""
    first, last = frame.span.start - CLUE_WITHIN, frame.span.end - CLUE_WITHIN
    return Q(opened_at__gte=_midnight(first), opened_at__lt=_midnight(last + timedelta(days=1)))


def _days_ago(frame: Frame) -> datetime:
    return _midnight(frame.today - CLUE_WITHIN)


def _midnight(day: Any) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


MEASURE = Measure("A6-5", Subject.CASE, rows)
