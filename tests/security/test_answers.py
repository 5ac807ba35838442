"""What the wall adds to every answer, and what a session and a form must carry."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from desk.views.today import TodayPage
from tests.city import PASSWORD, City, small_city
from tests.security.house import client_of

ELSEWHERE = [
    "/\\example.org",
    "https:example.org",
    "///example.org",
    "javascript:alert(1)",
    "http://[::1",
    "\thttps://x.y",
]
GUARDED = (
    "/account/",
    "/account/password/",
    "/cases/new/",
    "/counterparts/new/",
    "/notices/",
    "/guidance/new/tip/",
)


@pytest.fixture
def city(db: None) -> City:
    return small_city()


class TestEveryAnswer:
    @pytest.mark.parametrize(
        ("username", "path", "status"),
        [
            ("officer", "/", 200),
            (None, "/cases/", 302),
            ("officer", "/system/", 403),
            ("officer", "/cases/999/", 404),
            ("officer", "/sign-out/", 405),
            ("officer", "/api/v1/cases/", 200),
            ("officer", "/api/v1/evaluation/scorecards/", 403),
            (None, "/api/v1/cases/", 401),
        ],
    )
    def test_is_walled(self, city: City, username: str | None, path: str, status: int) -> None:
        self.look_at(client_of(username).get(path), status)

    def test_is_walled_when_the_house_is_at_fault(self, city: City, monkeypatch: Any) -> None:
        def fall(*_args: Any, **_kwargs: Any) -> None:
            raise LookupError("a fault")

        monkeypatch.setattr(TodayPage, "get", fall)
        response = client_of("officer", raise_request_exception=False).get("/")
        self.look_at(response, 500)
        assert "a fault" not in response.content.decode()

    def look_at(self, response: Any, status: int) -> None:
        assert response.status_code == status
        assert "default-src 'self'" in response["Content-Security-Policy"]
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["X-Frame-Options"] == "DENY"
        assert response["Referrer-Policy"] == "same-origin"
        assert "no-store" in response["Cache-Control"]


class TestASession:
    def enter(self, client: Client, **more: str) -> Any:
        return client.post("/sign-in/", {"username": "officer", "password": PASSWORD, **more})

    def test_gets_a_new_key_at_the_entrance(self, city: City) -> None:
        """A key that somebody planted beforehand opens nothing afterwards."""
        client = Client()
        client.session.save()
        client.get("/sign-in/")
        planted = client.cookies.get("session")
        self.enter(client)
        assert planted is None or client.cookies["session"].value != planted.value
        old = Client()
        if planted is not None:
            old.cookies["session"] = planted.value
        assert old.get("/account/").status_code == 302

    def test_lies_in_a_cookie_that_scripts_and_other_sites_cannot_use(self, city: City) -> None:
        client = Client()
        self.enter(client)
        cookie = client.cookies["session"]
        assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")

    @pytest.mark.parametrize("wanted", ELSEWHERE)
    def test_never_begins_by_leading_elsewhere(self, city: City, wanted: str) -> None:
        assert self.enter(Client(), next=wanted)["Location"] == "/"


class TestForgedForms:
    @pytest.mark.parametrize("path", GUARDED)
    def test_are_refused_by_pages(self, city: City, path: str) -> None:
        client = client_of("officer", enforce_csrf_checks=True)
        assert client.post(path, {"title": "x"}).status_code == 403

    def test_are_refused_by_the_api(self, city: City) -> None:
        client = client_of("officer", enforce_csrf_checks=True)
        response = client.post("/api/v1/counterparts/", {"name": "x"}, content_type="application/json")
        assert response.status_code == 403
