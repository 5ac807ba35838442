"""Sessions: they end when nobody is there, their owner sees them, and ends them from elsewhere (等保 2.0)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from foundation.middleware import live_session
from foundation.middleware.live_session import SEEN_AT
from foundation.models import AuditEntry, OpenSession
from tests.city import PASSWORD, City, small_city
from tests.enforcement.entrance import bound, give_password, is_in, present_code

Clock = Callable[[timedelta], None]


@pytest.fixture
def city(db: None, settings: Any) -> City:
    settings.IDLE_MINUTES = 30
    return small_city(password=PASSWORD)


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Let that much time pass for the sessions."""
    began = timezone.now()

    class Ahead:
        by = timedelta()

        def now(self) -> datetime:
            return began + self.by

    clock = Ahead()
    monkeypatch.setattr(live_session, "timezone", clock)

    def pass_time(by: timedelta) -> None:
        clock.by += by

    return pass_time


def signed_in(username: str = "officer", **more: Any) -> Client:
    client = Client(**more)
    give_password(client, username)
    return client


class TestIdleness:
    def test_ends_a_session_and_leads_back_to_the_page(self, city: City, later: Clock) -> None:
        client = signed_in()
        later(timedelta(minutes=31))
        answer = client.get("/cases/?mine=true")
        assert answer["Location"].startswith("/sign-in/?next=/cases/")
        entrance = client.get(answer["Location"])
        assert entrance.context["idle_minutes"] == 30
        again = give_password(client, "officer", next=entrance.context["next"])
        assert again["Location"] == "/cases/?mine=true"

    def test_begins_anew_with_every_request(self, city: City, later: Clock) -> None:
        client = signed_in()
        for _request in range(4):
            later(timedelta(minutes=20))
            assert is_in(client)

    def test_is_not_broken_by_a_page_that_asks_by_itself(self, city: City, later: Clock) -> None:
        client = signed_in()
        for _poll in range(2):
            later(timedelta(minutes=20))
            client.get("/account/", headers={"HX-Request": "true", "HX-Trigger-Name": "poll"})
        assert not is_in(client)

    @pytest.mark.parametrize("path", ["/admin/", "/api/v1/cases/"])
    def test_closes_every_door(self, city: City, later: Clock, path: str) -> None:
        client = signed_in("orgadmin" if "admin" in path else "officer")
        assert client.get(path).status_code == 200
        later(timedelta(minutes=31))
        assert client.get(path).status_code in {302, 401}
        assert not is_in(client)

    def test_leaves_nothing_of_the_session(self, city: City, later: Clock) -> None:
        client = signed_in()
        key = client.cookies["session"].value
        later(timedelta(minutes=31))
        is_in(client)
        assert not Session.objects.filter(pk=key).exists()

    def test_does_not_write_at_every_request(self, city: City, later: Clock) -> None:
        client = signed_in()
        before = client.session[SEEN_AT]
        later(timedelta(seconds=50))
        is_in(client)
        assert client.session[SEEN_AT] == before
        later(timedelta(seconds=20))
        is_in(client)
        assert client.session[SEEN_AT] > before

    def test_may_be_allowed_by_the_installation(self, city: City, later: Clock, settings: Any) -> None:
        settings.IDLE_MINUTES = 0
        client = signed_in()
        later(timedelta(hours=8))
        assert is_in(client)


def test_no_session_lasts_longer_than_a_day_of_work(city: City, later: Clock) -> None:
    client = signed_in()
    for _half_hour in range(24):
        later(timedelta(minutes=29))
        assert is_in(client)
    later(timedelta(minutes=29))
    assert not is_in(client)


def test_a_session_that_came_by_another_door_opens_nothing(city: City) -> None:
    client = Client()
    client.force_login(city.people["officer"], backend="django.contrib.auth.backends.ModelBackend")
    assert not is_in(client)


class TestTheListOfSessions:
    def test_shows_the_own_ones_and_which_is_this(self, city: City) -> None:
        here = signed_in(headers={"user-agent": "Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36"})
        signed_in(REMOTE_ADDR="10.9.8.7")
        signed_in("officer2")
        page = here.get("/account/")
        sessions = page.context["sessions"]
        assert [(s.is_this_one, s.address) for s in sessions] == [(False, "10.9.8.7"), (True, "127.0.0.1")]
        assert "Chrome · Windows" in page.content.decode()

    def test_leaves_out_those_that_a_new_password_ended(self, city: City) -> None:
        here = signed_in()
        signed_in()
        word = "quite-another-word-7"
        given = {"old_password": PASSWORD, "new_password": word, "repeated": word}
        here.post("/account/password/", given)
        assert [s.is_this_one for s in here.get("/account/").context["sessions"]] == [True]

    def test_follows_a_session_whose_key_was_changed_by_a_device(self, city: City) -> None:
        here = signed_in()
        bound(city.people["officer"])
        assert not is_in(here)
        give_password(here, "officer")
        here.post("/sign-in/code/", {"code": present_code(city.people["officer"])})
        assert [s.is_this_one for s in here.get("/account/").context["sessions"]] == [True]

    def test_ends_one_elsewhere_on_record(self, city: City) -> None:
        here, there = signed_in(), signed_in()
        row = OpenSession.objects.get(session_key=there.cookies["session"].value)
        assert here.post(f"/account/sessions/{row.pk}/end/").status_code == 302
        assert is_in(here)
        assert not is_in(there)
        assert AuditEntry.objects.filter(action="auth:end_sessions").count() == 1

    def test_ends_all_others(self, city: City) -> None:
        here, there, elsewhere = signed_in(), signed_in(), signed_in()
        here.post("/account/sessions/end/")
        assert (is_in(here), is_in(there), is_in(elsewhere)) == (True, False, False)

    def test_does_not_end_those_of_others(self, city: City) -> None:
        here, colleague = signed_in(), signed_in("officer2")
        row = OpenSession.objects.get(session_key=colleague.cookies["session"].value)
        here.post(f"/account/sessions/{row.pk}/end/")
        here.post("/account/sessions/end/")
        assert is_in(colleague)

    def test_forgets_a_session_that_was_left(self, city: City) -> None:
        here = signed_in()
        here.post("/sign-out/")
        assert give_password(here, "officer").status_code == 302
        assert len(here.get("/account/").context["sessions"]) == 1
