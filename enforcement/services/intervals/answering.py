"""Approving, refusing and ending intervals; the time to decide is reckoned anew each time (Penalty Law, Art. 60)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from django.utils import timezone

from enforcement.lifecycle.intervals import INTERVAL_LIFECYCLE
from enforcement.models import Case, CaseInterval
from enforcement.rules.reasons import obstacles_to_silence
from enforcement.services.cases.base import officer_of, refuse
from enforcement.services.deadlines import keep_deadline
from enforcement.services.intervals.telling import tell_asker
from foundation.actors import Actor
from foundation.record import audited


@contextmanager
def _taking(
    interval_id: int, name: str, *, by: Actor, at: datetime, expected: int | None, why: str = ""
) -> Iterator[CaseInterval]:
    """Take the transition ``name`` after the body, save, and reckon the case anew; raises Refused."""
    transition = INTERVAL_LIFECYCLE.transition(name)
    with audited(f"interval:{name}", by=by, at=at, under=transition.article, why=why):
        interval = CaseInterval.objects.workable_by(by).locked(interval_id, expected=expected)
        yield interval
        INTERVAL_LIFECYCLE.take(interval, name, by=by, at=at)
        interval.save()
        case = Case.objects.select_for_update(of=("self",)).select_related("matter").get(pk=interval.case_id)
        keep_deadline(case, at=at)
        case.save()


def approve_interval(
    interval_id: int, *, by: Actor, at: datetime, answer: str = "", expected: int | None = None
) -> CaseInterval:
    """Grant what was asked; raises Refused for who may not, and for a collective decision without its minute."""
    with _taking(interval_id, "approve", by=by, at=at, expected=expected, why=answer) as interval:
        _answer(interval, answer, by=by, at=at)
    tell_asker(interval, at=at)
    return interval


def refuse_interval(
    interval_id: int, *, by: Actor, at: datetime, answer: str, expected: int | None = None
) -> CaseInterval:
    """Refuse what was asked, with the reason; raises Refused without one."""
    refuse(obstacles_to_silence(answer, field="answer"))
    with _taking(interval_id, "refuse", by=by, at=at, expected=expected, why=answer) as interval:
        _answer(interval, answer, by=by, at=at)
    tell_asker(interval, at=at)
    return interval


def end_interval(
    interval_id: int, *, by: Actor, at: datetime, ends_on: date, expected: int | None = None
) -> CaseInterval:
    """Record the last day that is not counted; from the next one the time runs again."""
    with _taking(interval_id, "end", by=by, at=at, expected=expected) as interval:
        interval.ends_on = ends_on
    return interval


def _answer(interval: CaseInterval, answer: str, *, by: Actor, at: datetime) -> None:
    interval.answered_by, interval.answered_on = officer_of(by), timezone.localdate(at)
    interval.answer = answer
