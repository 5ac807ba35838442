"""Periods exist from their first day on (Art. 4)."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from evaluation.models import EvaluationPeriod
from evaluation.rules.periods import spans_back
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission
from foundation.record import audited

LOOK_BACK_MONTHS = 24


def open_periods(*, by: Actor, at: datetime, months: int = LOOK_BACK_MONTHS) -> int:
    """Open the months, quarters, halves and years up to ``at``; returns how many were missing."""
    by.require(Permission.SYSTEM_OPERATE)
    known = set(EvaluationPeriod.objects.values_list("code", flat=True))
    missing = [s for s in spans_back(timezone.localdate(at), months=months) if s.code not in known]
    if missing:
        with audited("period:open", by=by, at=at, under=Article(4)):
            EvaluationPeriod.objects.record_bulk_create(
                [EvaluationPeriod(code=s.code, kind=s.kind, start=s.start, end=s.end) for s in missing]
            )
    return len(missing)
