"""The time of a hearing, which is left out of the time to decide by itself (Penalty Law, Art. 60, 64)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from enforcement.models import Case, CaseInterval, Officer
from enforcement.services.deadlines.keeping import keep_deadline
from enforcement.vocabulary import IntervalKind, IntervalState


def begin_hearing_time(case: Case, begins_on: date, *, officer: Officer, at: datetime) -> None:
    """DEC-5: from the request on, the time of a hearing is not counted where the field says so.

    One that somebody began before goes on. Call it inside an open act.
    """
    if not _running(case).exists():
        CaseInterval(
            case=case,
            kind=IntervalKind.HEARING,
            state=IntervalState.APPROVED,
            begins_on=begins_on,
            asked_by=officer,
            asked_on=timezone.localdate(at),
        ).save()
    keep_deadline(case, at=at)


def end_hearing_time(case: Case, ends_on: date, *, at: datetime) -> None:
    """DEC-5: the hearing was held or given up: from the next day on the time to decide runs again."""
    for interval in _running(case):
        assert interval.begins_on is not None  # noqa: S101 - a constraint says so
        interval.ends_on, interval.state = max(interval.begins_on, ends_on), IntervalState.ENDED
        interval.save()
    keep_deadline(case, at=at)


def _running(case: Case) -> Any:
    return CaseInterval.objects.filter(case=case, kind=IntervalKind.HEARING, ends_on=None).counting()
