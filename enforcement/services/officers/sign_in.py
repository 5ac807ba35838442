"""Signing in and out stands in the record; failures stand in the lock-out's own table (等保 2.0)."""

from __future__ import annotations

from datetime import datetime

from axes.utils import reset

from enforcement.models import Officer
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission
from foundation.record import audited
from foundation.record.entry import tell


def note_sign_in(officer: Officer, *, by: Actor, at: datetime, why: str = "") -> None:
    """Record that ``officer`` signed in; ``why`` tells an unusual way."""
    with audited("auth:sign_in", by=by, at=at, under=Article(4), why=why) as entry:
        tell(entry, officer)


def note_sign_out(officer: Officer, *, by: Actor, at: datetime) -> None:
    """Record that ``officer`` signed out."""
    with audited("auth:sign_out", by=by, at=at, under=Article(4)) as entry:
        tell(entry, officer)


def lift_lock(officer_id: int, *, by: Actor, at: datetime, why: str, expected: int | None = None) -> Officer:
    """Forget the failed attempts on an account, so that its owner need not wait."""
    by.require(Permission.ROLE_GRANT)
    with audited("auth:lift_lock", by=by, at=at, under=Article(4), why=why) as entry:
        officer: Officer = Officer.objects.workable_by(by).locked(officer_id, expected=expected)
        reset(username=officer.username)
        tell(entry, officer)
        return officer
