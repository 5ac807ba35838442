"""A8-6: how satisfied the visited parties are, with the share of those who answered (Art. 8 (8))."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, F, IntegerField, Q, QuerySet, Sum
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import gettext_lazy as _

from evaluation.reports.cohorts import whether
from evaluation.reports.figures import mean_with_response
from evaluation.reports.frame import Frame
from evaluation.reports.measure import ZERO, Measure
from evaluation.vocabulary import Subject
from guidance.models import ReturnVisit

_MARK = Cast(F("satisfaction"), IntegerField())


def rows(frame: Frame) -> QuerySet[Any]:
    held = ReturnVisit.objects.visible_to(frame.actor).filter(held_on__range=frame.days)
    return held.annotate(met=whether(Q(satisfaction__isnull=False)))


MEASURE = Measure(
    "A8-6",
    Subject.VISIT,
    rows,
    aggregates={
        "n": Count("satisfaction"),
        "k": Coalesce(Sum(_MARK), ZERO),
        "more": Count("pk"),
        "squares": Coalesce(Sum(_MARK * _MARK), ZERO),
    },
    read=mean_with_response(_("share that answered"), least=1, most=5),
)
