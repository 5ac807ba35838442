"""What evaluation does by the clock (Art. 4)."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from evaluation.services import open_periods
from foundation.actors import SCHEDULER


@shared_task(name="evaluation.open_periods")
def open_missing_periods() -> int:
    return open_periods(by=SCHEDULER, at=timezone.now())
