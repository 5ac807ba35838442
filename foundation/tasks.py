"""Celery only wakes what the database already knows is due."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from foundation.due import heartbeat, sweep
from foundation.leftovers import clear_leftovers
from foundation.record.chain import link_pending


@shared_task(name="foundation.sweep")
def sweep_due_items() -> dict[str, int]:
    return vars(sweep(at=timezone.now()))


@shared_task(name="foundation.link_audit_entries")
def link_audit_entries() -> int:
    return link_pending()


@shared_task(name="foundation.beat_heartbeat")
def beat_heartbeat() -> None:
    heartbeat("beat", at=timezone.now())


@shared_task(name="foundation.clear_leftovers")
def clear_what_is_over() -> dict[str, int]:
    return clear_leftovers(at=timezone.now())
