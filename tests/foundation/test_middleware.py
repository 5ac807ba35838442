"""What every request passes through: hostile addresses, overload, a database that is away, headers."""

from __future__ import annotations

import time
from typing import Any

import pytest
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from foundation.actors import ANONYMOUS
from foundation.middleware import (
    ActorMiddleware,
    DatabaseDownMiddleware,
    HeadersMiddleware,
    QueueAgeMiddleware,
)
from foundation.middleware.hostile_address import is_hostile
from foundation.middleware.queue_age import started_at

HOSTILE = ["a=%00", "a=%ED%A0%80", "%FF", "a=" + "x" * 8001, "a=\x00"]


def plain(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok")


class TestHostileAddresses:
    @pytest.mark.parametrize("query", HOSTILE)
    def test_are_known(self, query: str) -> None:
        assert is_hostile(query)

    @pytest.mark.parametrize("query", ["", "q=%E7%94%B2", "a=1&b=%2F", "q=a%20b", "%"])
    def test_are_not_what_people_type(self, query: str) -> None:
        assert not is_hostile(query)

    @pytest.mark.parametrize("path", ["/healthz", "/api/v1/nowhere/"])
    def test_are_refused_before_anything_reads_them(self, client: Client, path: str) -> None:
        response = client.get(path, QUERY_STRING="a=%00")
        assert response.status_code == 400
        assert ("problem+json" in response["Content-Type"]) == path.startswith("/api/")


class TestQueueAge:
    @pytest.mark.parametrize("header", ["t={:.3f}", "{:.3f}"])
    def test_reads_what_proxies_write(self, header: str) -> None:
        now = 1_790_000_000.25
        assert started_at(header.format(now)) == now
        assert started_at(str(int(now * 1000))) == now

    @pytest.mark.parametrize(
        "header", ["", "x", "t=", "t=1", "t=99999999999999999999999", "t=１７９０００００００"]
    )
    def test_ignores_what_says_nothing(self, header: str) -> None:
        assert started_at(header) is None

    @pytest.mark.parametrize(("age", "status"), [(0, 200), (1, 200), (3, 503)])
    def test_refuses_what_waited_too_long(self, age: float, status: int) -> None:
        request = RequestFactory().get("/", headers={"X-Request-Start": f"t={time.time() - age:.3f}"})
        response = QueueAgeMiddleware(plain)(request)
        assert response.status_code == status
        assert ("Retry-After" in response) == (status == 503)


class TestADatabaseThatIsAway:
    @pytest.mark.parametrize("fault", [OperationalError("gone"), InterfaceError("closed")])
    @pytest.mark.parametrize("path", ["/cases/", "/api/v1/cases/"])
    def test_is_told_as_503(self, fault: Exception, path: str) -> None:
        answer = DatabaseDownMiddleware(plain).process_exception(RequestFactory().get(path), fault)
        assert answer is not None
        assert (answer.status_code, answer["Retry-After"]) == (503, "5")

    def test_is_not_blamed_for_our_own_faults(self) -> None:
        fault = ValueError("ours")
        assert DatabaseDownMiddleware(plain).process_exception(RequestFactory().get("/"), fault) is None

    def test_around_the_views_is_told_as_503_too(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def away(*_args: Any, **_kwargs: Any) -> Any:
            raise OperationalError("gone")

        monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.load", away)
        client = Client(raise_request_exception=False)
        client.cookies["session"] = client.cookies["__Host-session"] = "x" * 32
        response = client.get("/")
        assert (response.status_code, response["Retry-After"]) == (503, "5")


class TestHeaders:
    def test_keep_nothing_unless_a_view_says_so(self) -> None:
        response = HeadersMiddleware(plain)(RequestFactory().get("/"))
        assert response["Cache-Control"] == "no-store"
        assert "geolocation=()" in response["Permissions-Policy"]

    def test_leave_what_a_public_page_says(self) -> None:
        def public(_request: HttpRequest) -> HttpResponse:
            return HttpResponse("ok", headers={"Cache-Control": "public, max-age=60"})

        response = HeadersMiddleware(public)(RequestFactory().get("/"))
        assert response["Cache-Control"] == "public, max-age=60"


class TestTheActor:
    def test_costs_nothing_on_a_page_that_does_not_ask(self) -> None:
        request: Any = RequestFactory().get("/")
        ActorMiddleware(plain)(request)
        assert request.now.tzinfo is not None

    def test_is_nobody_without_a_session(self) -> None:
        request: Any = RequestFactory().get("/")
        request.user = type("Nobody", (), {"is_authenticated": False})()
        ActorMiddleware(plain)(request)
        assert request.actor == ANONYMOUS
