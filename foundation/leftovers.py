"""What has served its time is cleared away: keys of requests, ended sessions, failed attempts (RELIABILITY B9)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.contrib.sessions.models import Session
from django.db.models import Exists, OuterRef, QuerySet

from foundation.models import IdempotencyKey, OpenSession, RequestCount

KEYS_KEPT = timedelta(days=3)  # no client repeats a request later
ATTEMPTS_KEPT = timedelta(days=1)  # the lock itself ends after minutes
LOGS_KEPT = timedelta(days=200)  # Cybersecurity Law: logs of the network are kept for six months at least
BATCH = 2000


def clear_leftovers(*, at: datetime) -> dict[str, int]:
    """Remove everything whose time is over, a few rows at a time; returns how many of each kind."""
    return {kind: _clear(rows) for kind, rows in _over(at)}


def _over(at: datetime) -> Iterator[tuple[str, QuerySet[Any]]]:
    yield "idempotency keys", IdempotencyKey.objects.filter(created_at__lt=at - KEYS_KEPT)
    yield "counts of requests", RequestCount.objects.filter(ends_at__lt=at)
    yield "sessions", Session.objects.filter(expire_date__lt=at)
    live = Session.objects.filter(pk=OuterRef("session_key"))
    yield "open sessions", OpenSession.objects.filter(~Exists(live), started_at__lt=at)
    yield "attempts", AccessAttempt.objects.filter(attempt_time__lt=at - ATTEMPTS_KEPT)
    yield "failures", AccessFailureLog.objects.filter(attempt_time__lt=at - LOGS_KEPT)
    yield "sign-in logs", AccessLog.objects.filter(attempt_time__lt=at - LOGS_KEPT)


def _clear(rows: QuerySet[Any]) -> int:
    """Delete in batches: one statement over everything would hold its locks for too long."""
    removed = 0
    while keys := list(rows.order_by("pk").values_list("pk", flat=True)[:BATCH]):
        removed += rows.model._base_manager.filter(pk__in=keys).delete()[0]
    return removed
