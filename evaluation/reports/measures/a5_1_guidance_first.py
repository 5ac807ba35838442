"""A5-1: the organ guided before it penalised, and did not let guidance delay the decision (Art. 5)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import DateTimeField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet

from enforcement.vocabulary import Procedure
from evaluation.reports.cohorts import violations, whether
from evaluation.reports.frame import Frame
from evaluation.reports.measure import Measure
from evaluation.vocabulary import Subject
from guidance.models import GuidanceAction
from guidance.vocabulary import GuidanceState, Way

BEFORE = timedelta(days=365)


def rows(frame: Frame) -> QuerySet[Any]:
    in_time = Q(deadline_on=None) | Q(decided_on__lte=F("deadline_on"))
    found = violations(frame).filter(procedure=Procedure.ORDINARY)
    found = found.exclude(circumstances__endangers_safety=True)
    return found.annotate(met=whether(Q(_guided()) & in_time))


def _guided() -> Exists:
    """Guidance of the same organ on the case, or on the same matter to the same party."""
    since = ExpressionWrapper(OuterRef("opened_at") - BEFORE, output_field=DateTimeField())
    same = Q(case=OuterRef("pk")) | Q(counterpart=OuterRef("counterpart"), matter=OuterRef("matter"))
    return Exists(
        GuidanceAction.objects.filter(
            same,
            organ=OuterRef("organ"),
            issued_at__gte=since,
            issued_at__date__lte=OuterRef("decided_on"),
        )
        .exclude(state=GuidanceState.WITHDRAWN)
        .exclude(way=Way.REVISIT)
    )


MEASURE = Measure("A5-1", Subject.CASE, rows)
