"""A10-2: where an entry says that no penalty shall be imposed, none was (Art. 10 para. 1)."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from enforcement.vocabulary import Outcome
from evaluation.reports.cohorts import violations, whether
from evaluation.reports.frame import Frame
from evaluation.reports.measure import Measure
from evaluation.vocabulary import Subject
from leniency.models import AssessmentResult, LeniencyAssessment
from leniency.vocabulary import ListType, Verdict

SHALL_NOT = (ListType.MINOR, ListType.NO_FAULT)


def rows(frame: Frame) -> QuerySet[Any]:
    assessments = LeniencyAssessment.objects.filter(case=OuterRef("pk")).order_by("-id")
    matched = AssessmentResult.objects.filter(
        assessment=OuterRef("latest"), applies=Verdict.HOLDS, type__in=SHALL_NOT
    )
    found = violations(frame).annotate(latest=Subquery(assessments.values("pk")[:1]))
    return found.filter(Exists(matched)).annotate(met=whether(Q(outcome=Outcome.NO_PENALTY)))


MEASURE = Measure("A10-2", Subject.CASE, rows)
