"""The planner of second looks, woken by decisions and by the clock (Art. 10 para. 1)."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from leniency.services import following_up


@shared_task(name="leniency.plan_missing_checks")
def plan_missing_checks() -> int:
    at = timezone.now()
    return following_up.plan_missing_checks(at=at) + following_up.plan_missing_education(at=at)
