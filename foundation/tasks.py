"""Celery only wakes what the database already knows is due."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from foundation.due import heartbeat, send_outside, sweep
from foundation.jobs import run_next_job
from foundation.jobs.expiring import clear_jobs
from foundation.jobs.ordering import RUN
from foundation.leftovers import clear_leftovers
from foundation.nudges import nudge
from foundation.record.chain import link_pending

SEND = "foundation.send_outside"
SENT_AT_ONCE = 100


@shared_task(name="foundation.sweep")
def sweep_due_items() -> dict[str, int]:
    return vars(sweep(at=timezone.now()))


@shared_task(name=SEND)
def send_what_is_due() -> dict[str, int]:
    """Some hundreds at a time: who waits behind them is called at once, so that no task lasts for a whole queue."""
    result = send_outside(clock=timezone.now, limit=SENT_AT_ONCE)
    if result.done + result.failed >= SENT_AT_ONCE:
        nudge(SEND)
    return vars(result)


@shared_task(name="foundation.link_audit_entries")
def link_audit_entries() -> int:
    return link_pending()


@shared_task(name="foundation.beat_heartbeat")
def beat_heartbeat() -> None:
    heartbeat("beat", at=timezone.now())


@shared_task(name="foundation.clear_leftovers")
def clear_what_is_over() -> dict[str, int]:
    at = timezone.now()
    return {**clear_leftovers(at=at), **clear_jobs(at=at)}


@shared_task(name=RUN)
def run_jobs() -> None:
    """One job; whoever waits behind it is called at once, so that no task lasts for a whole queue."""
    if run_next_job(clock=timezone.now):
        nudge(RUN)
