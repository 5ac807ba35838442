"""The planner of return visits, woken by events and by the clock (Art. 8 (8))."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from foundation.actors import SCHEDULER
from guidance.services import visits


@shared_task(name="guidance.plan_visit")
def plan_visit(case_id: int) -> None:
    visits.plan_visit(case_id, by=SCHEDULER, at=timezone.now())


@shared_task(name="guidance.plan_missing_visits")
def plan_missing_visits() -> int:
    return visits.plan_missing_visits(at=timezone.now())
