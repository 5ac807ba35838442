"""Open sessions of the own account: noted at the entrance, seen and ended by their owner (等保 2.0)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.contrib.sessions.models import Session

from enforcement.models import Officer
from foundation.actors import Actor
from foundation.articles import Article
from foundation.models import OpenSession
from foundation.obstacles import Forbidden
from foundation.record import audited
from foundation.record.entry import tell

SEEN_AT = "seen_at"


@dataclass(frozen=True)
class SessionSeen:
    """A session as its owner reads it."""

    id: int
    started_at: datetime
    seen_at: datetime
    address: str
    device: str
    is_this_one: bool


def note_session(officer: Officer, *, at: datetime, key: str, address: str, device: str) -> OpenSession:
    """Note that a session was opened, from where and with what."""
    return OpenSession.objects.create(
        officer_id=officer.pk, session_key=key, started_at=at, address=address[:45], device=device[:200]
    )


def move_session(old_key: str, new_key: str) -> None:
    """Follow a session whose key was changed."""
    OpenSession.objects.filter(session_key=old_key).update(session_key=new_key)


def sessions_of(officer: Officer, *, at: datetime, this_key: str | None) -> list[SessionSeen]:
    """The officer's sessions that still live, newest first."""
    noted = list(OpenSession.objects.filter(officer_id=officer.pk)[:100])
    stored = Session.objects.filter(pk__in=[row.session_key for row in noted], expire_date__gt=at)
    live = {row.session_key: row.get_decoded() for row in stored}
    return [
        SessionSeen(
            row.pk, row.started_at, _seen_at(live[row.session_key], row.started_at), row.address, row.device,
            row.session_key == this_key,
        )
        for row in noted
        if _is_of(officer, live.get(row.session_key))
    ]  # fmt: skip


def end_session(session_id: int, *, by: Actor, at: datetime) -> int:
    """End one session of the own account; returns whether there was one."""
    return _end(OpenSession.objects.filter(pk=session_id), by=by, at=at)


def end_other_sessions(*, by: Actor, at: datetime, this_key: str | None) -> int:
    """End all sessions of the own account but this one; returns how many."""
    return _end(OpenSession.objects.exclude(session_key=this_key or ""), by=by, at=at)


def _end(rows: Any, *, by: Actor, at: datetime) -> int:
    if by.officer_id is None:
        raise Forbidden("own_account")
    own = rows.filter(officer_id=by.officer_id)
    keys = list(own.values_list("session_key", flat=True))
    if keys:
        with audited("auth:end_sessions", by=by, at=at, under=Article(4)) as entry:
            Session.objects.filter(pk__in=keys).delete()
            own.delete()
            tell(entry, Officer(pk=by.officer_id))
    return len(keys)


def _is_of(officer: Officer, data: dict[str, Any] | None) -> bool:
    """Whether the session still opens the account: a new password or role has ended the older ones."""
    return data is not None and data.get("_auth_user_hash") == officer.get_session_auth_hash()


def _seen_at(data: dict[str, Any], started_at: datetime) -> datetime:
    seen = data.get(SEEN_AT)
    return datetime.fromtimestamp(seen, tz=UTC) if seen else started_at
