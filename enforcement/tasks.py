"""Celery keeps the store of evidence free of files that no case speaks of (Art. 6)."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from enforcement.services.evidence import remove_orphans


@shared_task(name="enforcement.remove_orphaned_files")
def remove_orphaned_files() -> int:
    """Remove what a killed upload left behind more than an hour ago."""
    return remove_orphans(at=timezone.now())
