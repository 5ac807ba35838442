"""The entrance: in by the own password, locked after five failures, one click only in the demonstration."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from enforcement.models import Officer
from enforcement.services.officers import deactivate_officer, enrol_officer, grant_role, lift_lock
from foundation.actors import COMMAND
from foundation.models import AuditEntry
from tests.city import NOON, PASSWORD, City, small_city

SignIn = Callable[[str], Client]
WRONG = "a-wrong-word-for-tests"


@pytest.fixture
def city(db: None) -> City:
    return small_city(password=PASSWORD)


def sign_in(
    client: Client, username: str = "officer", password: str = PASSWORD, *, follow: bool = False, **more: Any
) -> Any:
    given = {"username": username, "password": password, **more}
    return client.post("/sign-in/", given, follow=follow)


def is_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


class TestTheEntrance:
    def test_lets_in_with_the_password_and_records_it(self, city: City) -> None:
        client = Client()
        assert sign_in(client).status_code == 302
        assert is_in(client)
        entry = AuditEntry.objects.get(action="auth:sign_in")
        assert entry.actor_id == city.people["officer"].pk

    @pytest.mark.parametrize("username", ["OFFICER", " officer ", "ｏｆｆｉｃｅｒ"])
    def test_knows_a_name_however_it_is_typed(self, city: City, username: str) -> None:
        assert sign_in(Client(), username).status_code == 302

    @pytest.mark.parametrize(
        ("username", "password"), [("officer", WRONG), ("nobody", PASSWORD), ("south3", PASSWORD), ("", "")]
    )
    def test_says_the_same_whatever_is_wrong(self, city: City, username: str, password: str) -> None:
        client = Client()
        answer = sign_in(client, username, password)
        assert answer.status_code == 400
        assert not is_in(client)
        assert not AuditEntry.objects.filter(action="auth:sign_in").exists()

    def test_does_not_tell_a_closed_account_from_an_unknown_one(self, city: City) -> None:
        deactivate_officer(city.people["officer2"].pk, by=COMMAND, at=NOON, why="离职")
        closed = sign_in(Client(), "officer2").context["form"].non_field_errors()
        assert closed == sign_in(Client(), "nobody").context["form"].non_field_errors()

    @pytest.mark.parametrize(
        ("wanted", "led_to"),
        [("/cases/?mine=true", "/cases/?mine=true"), ("https://example.org/", "/"), ("//example.org", "/")],
    )
    def test_leads_on_within_the_house_only(self, city: City, wanted: str, led_to: str) -> None:
        assert sign_in(Client(), next=wanted)["Location"] == led_to

    def test_speaks_the_officers_language_from_then_on(self, city: City) -> None:
        client = Client()
        sign_in(client)
        client.post("/account/", {"language": "en"})
        fresh = Client()
        sign_in(fresh)
        assert fresh.cookies["django_language"].value == "en"

    def test_is_left_by_post_and_the_leaving_is_recorded(self, city: City) -> None:
        client = Client()
        sign_in(client)
        assert client.get("/sign-out/").status_code == 405
        assert client.post("/sign-out/")["Location"] == "/sign-in/"
        assert not is_in(client)
        assert AuditEntry.objects.filter(action="auth:sign_out").count() == 1

    def test_every_other_page_leads_here(self, city: City) -> None:
        assert Client().get("/counterparts/")["Location"] == "/sign-in/?next=/counterparts/"

    def test_asks_for_the_token_against_forged_forms(self, city: City) -> None:
        client = Client(enforce_csrf_checks=True)
        assert sign_in(client).status_code == 403


class TestTheLock:
    def fail(self, client: Client, times: int = 5, username: str = "officer") -> Any:
        for _attempt in range(times):
            answer = sign_in(client, username, WRONG)
        return answer

    def test_falls_after_five_failures_even_for_the_right_password(self, city: City) -> None:
        client = Client()
        answer = self.fail(client)
        assert answer.status_code == 429
        assert int(answer["Retry-After"]) == 900
        assert sign_in(client).status_code == 429
        assert not is_in(client)

    def test_counts_every_spelling_of_a_name_together(self, city: City) -> None:
        client = Client()
        for spelling in ("officer", "Officer", "OFFICER ", "ｏfficer", "oFFicer"):
            answer = sign_in(client, spelling, WRONG)
        assert answer.status_code == 429

    def test_leaves_colleagues_at_the_same_address_alone(self, city: City) -> None:
        self.fail(Client())
        assert sign_in(Client(), "officer2").status_code == 302

    def test_leaves_the_same_officer_elsewhere_alone(self, city: City) -> None:
        self.fail(Client())
        assert sign_in(Client(REMOTE_ADDR="10.9.8.7")).status_code == 302

    def test_is_not_evaded_by_forged_addresses(self, city: City) -> None:
        for number in range(5):
            forged = {"x-forwarded-for": f"10.0.0.{number}", "x-real-ip": f"10.0.0.{number}"}
            answer = sign_in(Client(headers=forged), password=WRONG)
        assert answer.status_code == 429

    def test_is_lifted_by_the_security_administrator_on_record(self, city: City) -> None:
        client = Client()
        self.fail(client)
        lift_lock(city.people["officer"].pk, by=city.actor("secadmin"), at=NOON, why="本人来电核实")
        assert sign_in(client).status_code == 302
        assert AuditEntry.objects.get(action="auth:lift_lock").why == "本人来电核实"


class TestOneClick:
    def test_does_not_exist_outside_the_demonstration(self, city: City) -> None:
        client = Client()
        assert client.post("/sign-in/", {"demo_login": "officer"}).status_code == 403
        assert "demo_login" not in client.get("/sign-in/").content.decode()
        assert not is_in(client)

    def test_opens_the_demonstration_for_its_fixed_people(self, city: City, settings: Any) -> None:
        settings.DEMO = True
        client = Client()
        assert 'value="officer_north"' in client.get("/sign-in/").content.decode()
        assert client.post("/sign-in/", {"demo_login": "head"}).status_code == 302
        assert is_in(client)
        assert AuditEntry.objects.get(action="auth:sign_in").why

    @pytest.mark.parametrize("username", ["south3", "nobody", ""])
    def test_opens_for_nobody_else(self, city: City, settings: Any, username: str) -> None:
        settings.DEMO = True
        client = Client()
        assert client.post("/sign-in/", {"demo_login": username}).status_code == 403
        assert not is_in(client)


class TestSessions:
    def test_end_when_the_account_is_closed(self, city: City) -> None:
        client = Client()
        sign_in(client, "officer2")
        deactivate_officer(city.people["officer2"].pk, by=COMMAND, at=NOON, why="离职")
        assert not is_in(client)

    def test_end_when_roles_change(self, city: City) -> None:
        client = Client()
        sign_in(client, "officer2")
        by = city.actor("secadmin")
        grant_role(city.people["officer2"].pk, by=by, at=NOON, role="reviewer", why="调整")
        assert not is_in(client)


class TestTheOwnAccount:
    NEW = "quite-another-word-7"

    def change(self, client: Client, **more: str) -> Any:
        given = {"old_password": PASSWORD, "new_password": self.NEW, "repeated": self.NEW, **more}
        return client.post("/account/password/", given)

    def test_changes_the_password_and_ends_all_other_sessions(self, city: City) -> None:
        here, there = Client(), Client()
        sign_in(here)
        sign_in(there)
        assert self.change(here).status_code == 302
        assert is_in(here)
        assert not is_in(there)
        assert sign_in(Client(), password=self.NEW).status_code == 302

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"old_password": WRONG}, "old_password"),
            ({"repeated": WRONG}, "repeated"),
            ({"new_password": "1234567890", "repeated": "1234567890"}, "new_password"),
            ({"new_password": "short", "repeated": "short"}, "new_password"),
        ],
    )
    def test_says_beside_the_field_what_is_wrong(self, city: City, wrong: dict[str, str], field: str) -> None:
        client = Client()
        sign_in(client)
        answer = self.change(client, **wrong)
        assert answer.status_code == 400
        assert field in answer.context["page"]["form"].errors
        assert PASSWORD not in answer.content.decode()

    def test_shows_reach_and_tokens_of_oneself_only(self, city: City, with_token: Any) -> None:
        with_token("officer2", "case:read")
        client = Client()
        sign_in(client)
        answer = client.get("/account/")
        assert answer.context["tokens"] == []
        assert answer.context["scope"] == str(city.people["officer"].organ)

    def test_revokes_an_own_token_and_no_other(self, city: City, with_token: Any) -> None:
        with_token("officer", "case:read")
        with_token("officer2", "case:read")
        client = Client()
        sign_in(client)
        own, other = (city.people[name].tokens.get() for name in ("officer", "officer2"))
        assert client.post(f"/account/tokens/{own.pk}/revoke/").status_code == 302
        assert client.post(f"/account/tokens/{other.pk}/revoke/").status_code == 404
        own.refresh_from_db()
        other.refresh_from_db()
        assert own.revoked_at is not None
        assert other.revoked_at is None


def test_a_given_password_is_shown_once_and_ends_the_old_one(city: City) -> None:
    client = Client()
    sign_in(client, "secadmin")
    page = f"/officers/{city.people['officer2'].pk}/password/"
    word = client.post(page, {"why": "忘记密码"}).context["word"]
    assert sign_in(Client(), "officer2", word).status_code == 302
    assert sign_in(Client(), "officer2").status_code == 400
    assert word not in client.get(page).content.decode()


def test_an_officer_is_enrolled_under_one_spelling(city: City) -> None:
    officer = enrol_officer(by=COMMAND, at=timezone.now(), username=" New.Name ", name_zh="新甲")
    assert Officer.objects.get(pk=officer.pk).username == "new.name"
