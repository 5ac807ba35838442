"""A session opens nothing once it stood idle, grew too old, or lacks the second factor (等保 2.0)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

OPENED_AT = "opened_at"
SEEN_AT = "seen_at"
PASSED = "second_factor"
ENDED = "ended"
IDLE = "idle"
NOTED_EVERY = 60
POLL = "poll"


class LiveSessionMiddleware:
    """Wraps ``request.user``, so that pages, API and administration alike know nobody in a dead session."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        found = request.user
        request.user = SimpleLazyObject(lambda: live_user(request, found, at=timezone.now()))
        return self.get_response(request)


def live_user(request: Any, user: Any, *, at: datetime) -> Any:
    """``user``, or nobody when the session is over; the session then is emptied and says why."""
    if not user.is_authenticated:
        return user
    session, now = request.session, int(at.timestamp())
    if is_over(session, now):
        session.flush()
        session[ENDED] = IDLE
        return AnonymousUser()
    if settings.REQUIRE_SECOND_FACTOR and session.get(PASSED) != user.pk and user.is_to_have_second_factor:
        session.flush()
        return AnonymousUser()
    if not is_polling(request):
        note_seen(session, now)
    return user


def is_over(session: Any, now: int) -> bool:
    """Whether nobody asked for too long; a session that says nothing of its times did not come in by our door."""
    if not settings.IDLE_MINUTES:
        return False
    idle_since = now - session.get(SEEN_AT, 0)
    age = now - session.get(OPENED_AT, 0)
    return idle_since > settings.IDLE_MINUTES * 60 or age > settings.SESSION_COOKIE_AGE


def note_seen(session: Any, now: int) -> None:
    """Note the request, at most once a minute: reading must not write at every step."""
    if OPENED_AT in session and now - session.get(SEEN_AT, 0) >= NOTED_EVERY:
        session[SEEN_AT] = now


def begin(session: Any, at: datetime) -> None:
    """Start the times of a session that was just opened."""
    session[OPENED_AT] = session[SEEN_AT] = int(at.timestamp())


def is_polling(request: HttpRequest) -> bool:
    """Whether a page asks by itself, with nobody there: that keeps no session awake."""
    return request.headers.get("HX-Trigger-Name") == POLL
