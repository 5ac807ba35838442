"""Celery wakes the fold of the figures; what it missed the next one finds (Art. 4)."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from desk.services.tallies import fold_tallies


@shared_task(name="desk.fold_tallies")
def fold_the_tallies() -> int:
    return fold_tallies(at=timezone.now())
