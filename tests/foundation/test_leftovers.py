"""What has served its time is cleared away, and nothing younger."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from axes.models import AccessAttempt, AccessLog
from django.contrib.sessions.models import Session

from config.schedule import TIMETABLE
from foundation import leftovers
from foundation.leftovers import ATTEMPTS_KEPT, KEYS_KEPT, LOGS_KEPT, clear_leftovers
from foundation.models import IdempotencyKey, OpenSession

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def a_key(name: str, at: datetime) -> None:
    IdempotencyKey.objects.create(owner_key="officer:1", key=name, fingerprint="x", created_at=at)


def of_axes(model: Any, name: str, at: datetime, **more: Any) -> None:
    row = model.objects.create(username=name, ip_address="10.0.0.1", user_agent="x", **more)
    model.objects.filter(pk=row.pk).update(attempt_time=at)


def names(model: Any, field: str) -> set[str]:
    return set(model.objects.values_list(field, flat=True))


def test_keys_of_requests_go_after_three_days() -> None:
    a_key("old", NOW - KEYS_KEPT - SECOND)
    a_key("young", NOW - KEYS_KEPT)
    assert clear_leftovers(at=NOW)["idempotency keys"] == 1
    assert names(IdempotencyKey, "key") == {"young"}


def test_sessions_go_when_they_have_expired_and_so_do_their_notes() -> None:
    for key, expires in (("over", NOW - SECOND), ("live", NOW + SECOND)):
        Session.objects.create(session_key=key, session_data="", expire_date=expires)
        OpenSession.objects.create(officer_id=1, session_key=key, started_at=NOW - timedelta(hours=1))
    cleared = clear_leftovers(at=NOW)
    assert (cleared["sessions"], cleared["open sessions"]) == (1, 1)
    assert names(Session, "session_key") == names(OpenSession, "session_key") == {"live"}


def test_failed_attempts_go_after_a_day() -> None:
    attempt = {"failures_since_start": 1, "get_data": "", "post_data": ""}
    of_axes(AccessAttempt, "old", NOW - ATTEMPTS_KEPT - SECOND, **attempt)
    of_axes(AccessAttempt, "young", NOW - ATTEMPTS_KEPT + SECOND, **attempt)
    clear_leftovers(at=NOW)
    assert names(AccessAttempt, "username") == {"young"}


def test_logs_of_sign_ins_are_kept_for_more_than_six_months() -> None:
    assert timedelta(days=184) <= LOGS_KEPT
    of_axes(AccessLog, "old", NOW - LOGS_KEPT - SECOND)
    of_axes(AccessLog, "young", NOW - timedelta(days=184))
    clear_leftovers(at=NOW)
    assert names(AccessLog, "username") == {"young"}


def test_many_go_in_several_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leftovers, "BATCH", 2)
    for number in range(5):
        a_key(f"old{number}", NOW - timedelta(days=9))
    assert clear_leftovers(at=NOW)["idempotency keys"] == 5


def test_the_timetable_knows_of_it() -> None:
    assert "foundation.clear_leftovers" in {line.task for line in TIMETABLE}
