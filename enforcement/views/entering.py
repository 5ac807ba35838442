"""From a right password to an open session: by way of the second factor where one is needed (等保 2.0)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from axes.helpers import get_client_ip_address
from django.conf import settings
from django.contrib.auth import login, update_session_auth_hash
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.crypto import constant_time_compare

from enforcement.models import Officer
from enforcement.services.officers import has_second_factor, move_session, note_session, note_sign_in
from enforcement.views.device import SECRET
from foundation.middleware.live_session import ENDED, PASSED, begin
from foundation.vocabulary import Via

MODEL_BACKEND = "django.contrib.auth.backends.ModelBackend"
PENDING = "pending_sign_in"
PENDING_FOR = timedelta(minutes=10)


def lead_in(
    request: HttpRequest, officer: Officer, *, at: datetime, onward: str, why: str = ""
) -> HttpResponseBase:
    """Open the session, or first ask for the second factor; one click of the demonstration needs none."""
    is_enrolled = has_second_factor(officer)
    required = settings.REQUIRE_SECOND_FACTOR and officer.is_to_have_second_factor
    if not required and (why or not is_enrolled):
        return enter(request, officer, at=at, onward=onward, why=why)
    request.session.flush()  # whoever planted a session in this browser does not know the new one
    request.session[PENDING] = {
        "officer": officer.pk,
        "hash": officer.get_session_auth_hash(),
        "at": at.timestamp(),
        "onward": onward,
        "why": why,
    }
    return redirect("sign_in_code" if is_enrolled else "sign_in_enrol")


def pending_in(request: HttpRequest, *, at: datetime) -> tuple[Officer, dict[str, Any]] | None:
    """Who gave the right password in this browser a moment ago; nobody when anything changed since."""
    pending = request.session.get(PENDING)
    if not pending or at.timestamp() - pending["at"] > PENDING_FOR.total_seconds():
        return None
    found = Officer.objects.active().select_related("organ").prefetch_related("grants")
    officer: Officer | None = found.filter(pk=pending["officer"]).first()
    if officer is None or not constant_time_compare(officer.get_session_auth_hash(), pending["hash"]):
        return None
    return officer, pending


def enter(
    request: HttpRequest,
    officer: Officer,
    *,
    at: datetime,
    onward: str,
    why: str = "",
    passed: bool = False,
) -> HttpResponseBase:
    """Open a session under a new key and lead on."""
    open_session(request, officer, at=at, why=why, passed=passed)
    answer = redirect(onward)
    if officer.language:
        remember_language(answer, officer.language)
    return answer


def open_session(request: HttpRequest, officer: Officer, *, at: datetime, why: str, passed: bool) -> None:
    """Sign ``officer`` in, note it in the record and among the open sessions."""
    for name in (PENDING, SECRET, ENDED):
        request.session.pop(name, None)
    login(request, officer, backend=MODEL_BACKEND)
    begin(request.session, at)
    if passed:
        request.session[PASSED] = officer.pk
    note_sign_in(officer, by=officer.as_actor(via=Via.BROWSER), at=at, why=why)
    note_session(
        officer,
        at=at,
        key=request.session.session_key or "",
        address=get_client_ip_address(request) or "",
        device=request.headers.get("User-Agent", ""),
    )


def keep_open(request: HttpRequest, officer: Officer) -> None:
    """Keep this session, under a new key, when all others of the account have ended."""
    before = request.session.session_key or ""
    update_session_auth_hash(request, officer)
    move_session(before, request.session.session_key or "")


def remember_language(answer: HttpResponseBase, language: str) -> None:
    """Pages come in this language from now on, on this device."""
    answer.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        samesite="Lax",
    )
