"""The planners of return visits and of reminders, woken by events and by the clock (Art. 8 (3), (8))."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from foundation.actors import SCHEDULER
from guidance.services import expiry, visits


@shared_task(name="guidance.plan_visit")
def plan_visit(case_id: int) -> None:
    visits.plan_visit(case_id, by=SCHEDULER, at=timezone.now())


@shared_task(name="guidance.plan_missing_visits")
def plan_missing_visits() -> int:
    return visits.plan_missing_visits(at=timezone.now())


@shared_task(name="guidance.draw_visits")
def draw_visits() -> int:
    """Lots of the last half month, and new visitors in place of those who left."""
    now = timezone.now()
    return visits.draw_missing(at=now) + visits.release_lost_visitors(at=now)


@shared_task(name="guidance.follow_licence")
def follow_licence(licence_id: int) -> None:
    expiry.follow_licence(licence_id, at=timezone.now())


@shared_task(name="guidance.follow_licences")
def follow_licences() -> int:
    return expiry.follow_licences(at=timezone.now())
