"""Sets of rows that several indicators look at (Art. 4)."""

from __future__ import annotations

from typing import Any

from django.db.models import BooleanField, Case, Q, QuerySet, Value, When

from enforcement.models import Case as EnforcementCase
from enforcement.vocabulary import PENALISING, Outcome
from evaluation.reports.frame import Frame
from guidance.models import GuidanceAction
from guidance.vocabulary import GuidanceState

VIOLATION = (*PENALISING, Outcome.NO_PENALTY)


def decided_cases(frame: Frame) -> QuerySet[Any]:
    """Cases decided in the period."""
    return EnforcementCase.objects.visible_to(frame.actor).filter(decided_on__range=frame.days)


def violations(frame: Frame) -> QuerySet[Any]:
    """Cases decided in the period with an established violation."""
    return decided_cases(frame).filter(outcome__in=VIOLATION)


def concluded_guidance(frame: Frame) -> QuerySet[Any]:
    """Guidance concluded in the period."""
    seen = GuidanceAction.objects.within_reach_of(frame.actor)
    return seen.filter(state=GuidanceState.CONCLUDED, concluded_on__range=frame.days)


def whether(condition: Any) -> Case:
    """``condition`` as a value that is true or false, never null."""
    return Case(When(condition, then=Value(True)), default=Value(False), output_field=BooleanField())


def come_due(day: str, done: str, frame: Frame) -> Q:
    """The column ``day`` lies in the period, and the duty was done or its day is over."""
    return Q(**{f"{day}__range": frame.days}) & (
        Q(**{f"{done}__isnull": False}) | Q(**{f"{day}__lt": frame.today})
    )
