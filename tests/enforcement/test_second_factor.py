"""The second factor: bound at the first sign-in, asked ever after, and not to be got around (等保 2.0)."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.utils import timezone

from enforcement.models import Notification, Officer
from enforcement.rules.one_time_codes import code_at
from enforcement.services.officers import grant_role, pass_second_factor, reset_second_factor
from enforcement.views.entering import PENDING, PENDING_FOR
from foundation.models import AuditEntry, RecoveryCode, SecondFactor
from foundation.obstacles import Forbidden, Refused
from foundation.permissions import PERMISSIONS_OF, WITH_SECOND_FACTOR, Role
from tests.city import NOON, PASSWORD, City, small_city
from tests.enforcement.entrance import WRONG_CODE, bound, give_password, is_in, present_code

CODE, ENROL = "/sign-in/code/", "/sign-in/second-factor/"


@pytest.fixture
def city(db: None, settings: Any) -> City:
    settings.REQUIRE_SECOND_FACTOR = True
    return small_city(password=PASSWORD)


@pytest.fixture
def head(city: City) -> Officer:
    return city.people["head"]


def type_code(client: Client, code: str) -> Any:
    return client.post(CODE, {"code": code})


def setup_in(client: Client) -> str:
    """The secret that the page of binding shows."""
    shown = client.get(ENROL).context["setup"]["secret"]
    return str(shown).replace(" ", "")


class TestWhoNeedsOne:
    def test_are_all_but_the_officers_in_the_street(self) -> None:
        assert set(PERMISSIONS_OF) - WITH_SECOND_FACTOR == {Role.OFFICER}

    def test_an_officer_enters_with_the_password(self, city: City) -> None:
        client = Client()
        assert give_password(client, "officer")["Location"] == "/"
        assert is_in(client)

    def test_a_new_role_ends_the_sessions_that_had_none(self, city: City) -> None:
        client = Client()
        give_password(client, "officer2")
        by = city.actor("secadmin")
        grant_role(city.people["officer2"].pk, by=by, at=NOON, role="reviewer", why="调整")
        assert not is_in(client)
        assert give_password(client, "officer2")["Location"] == ENROL

    def test_nobody_needs_one_where_the_installation_says_so(self, city: City, settings: Any) -> None:
        settings.REQUIRE_SECOND_FACTOR = False
        client = Client()
        give_password(client, "head")
        assert is_in(client)


class TestBindingADevice:
    def test_is_asked_at_the_next_sign_in_and_opens_the_session(self, city: City, head: Officer) -> None:
        client = Client()
        assert give_password(client, "head", next="/cases/")["Location"] == ENROL
        assert not is_in(client)
        answer = client.post(ENROL, {"code": code_at(setup_in(client), timezone.now())})
        assert len(answer.context["codes"]) == 10
        assert answer.context["onward"] == "/cases/"
        assert is_in(client)
        actions = AuditEntry.objects.filter(actor_id=head.pk).values_list("action", flat=True)
        assert {"auth:enrol_second_factor", "auth:sign_in"} <= set(actions)

    def test_shows_a_square_and_nothing_of_a_script(self, city: City) -> None:
        client = Client()
        give_password(client, "head")
        page = client.get(ENROL).content.decode()
        assert 'src="data:image/svg+xml' in page
        assert "<script>" not in page

    def test_is_proven_by_a_code(self, city: City, head: Officer) -> None:
        client = Client()
        give_password(client, "head")
        setup_in(client)
        answer = client.post(ENROL, {"code": WRONG_CODE})
        assert answer.status_code == 400
        assert not SecondFactor.objects.filter(pk=head.pk).exists()
        assert not is_in(client)

    def test_keeps_secret_and_codes_unreadable_in_the_database(self, city: City, head: Officer) -> None:
        secret, codes = bound(head)
        with connection.cursor() as cursor:
            cursor.execute("SELECT secret FROM foundation_secondfactor WHERE officer_id = %s", [head.pk])
            stored = cursor.fetchone()[0]
        assert secret not in stored
        assert not RecoveryCode.objects.filter(digest__in=codes).exists()
        assert RecoveryCode.objects.filter(officer_id=head.pk).count() == 10

    def test_keeps_the_secret_unreadable_in_the_session(self, city: City) -> None:
        client = Client()
        give_password(client, "head")
        secret = setup_in(client)
        assert [s for s in Session.objects.all() if secret in str(s.get_decoded())] == []

    def test_tells_the_owner(self, city: City, head: Officer) -> None:
        bound(head)
        notice = Notification.objects.get(officer=head, kind="account:second_factor_enrolled")
        assert notice.text

    def test_ends_the_sessions_that_had_only_the_password(self, city: City, settings: Any) -> None:
        client, officer = Client(), city.people["officer"]
        give_password(client, "officer")
        bound(officer)
        assert not is_in(client)

    def test_is_not_done_twice_by_who_knows_the_password(self, city: City, head: Officer) -> None:
        bound(head)
        client = Client()
        give_password(client, "head")
        assert client.get(ENROL)["Location"] == CODE
        assert client.post(ENROL, {"code": WRONG_CODE}).status_code == 302
        with pytest.raises(Forbidden):
            bound(head)


class TestTheCode:
    def test_opens_the_session(self, city: City, head: Officer) -> None:
        bound(head)
        client = Client()
        assert give_password(client, "head", next="/cases/")["Location"] == CODE
        assert type_code(client, present_code(head))["Location"] == "/cases/"
        assert is_in(client)

    def test_is_asked_of_everybody_who_has_a_device(self, city: City) -> None:
        officer = city.people["officer"]
        bound(officer)
        client = Client()
        assert give_password(client, "officer")["Location"] == CODE
        assert not is_in(client)
        type_code(client, present_code(officer))
        assert is_in(client)

    def test_serves_once(self, city: City, head: Officer) -> None:
        """Who looks over a shoulder comes too late."""
        bound(head)
        code, owner, thief = present_code(head), Client(), Client()
        for client in (owner, thief):
            give_password(client, "head")
        assert type_code(owner, code).status_code == 302
        assert type_code(thief, code).status_code == 400
        assert not is_in(thief)

    def test_for_recovery_serves_once_and_the_owner_is_told(self, city: City, head: Officer) -> None:
        _secret, codes = bound(head)
        for expected in (True, False):
            client = Client()
            give_password(client, "head")
            type_code(client, codes[0].lower().replace("-", " "))
            assert is_in(client) is expected
        assert AuditEntry.objects.filter(action="auth:use_recovery_code").count() == 1
        assert "9" in Notification.objects.get(kind="account:recovery_code_used").text

    def test_of_somebody_else_does_not_serve(self, city: City, head: Officer) -> None:
        bound(head)
        other = city.people["reviewer"]
        _secret, codes = bound(other)
        client = Client()
        give_password(client, "head")
        assert type_code(client, present_code(other)).status_code == 400
        assert type_code(client, codes[0]).status_code == 400


class TestGuessing:
    def test_is_locked_after_five_wrong_codes(self, city: City, head: Officer) -> None:
        bound(head)
        client = Client()
        give_password(client, "head")
        answers = [type_code(client, WRONG_CODE).status_code for _try in range(5)]
        assert answers == [400, 400, 400, 400, 429]
        assert type_code(client, present_code(head)).status_code == 429
        assert not is_in(client)

    def test_is_not_renewed_by_giving_the_password_again(self, city: City, head: Officer) -> None:
        bound(head)
        statuses = []
        for _try in range(6):
            client = Client()
            give_password(client, "head")
            statuses.append(type_code(client, WRONG_CODE).status_code)
        assert 429 in statuses or give_password(Client(), "head").status_code == 429

    def test_from_many_addresses_blocks_the_account_and_tells_the_owner(
        self, city: City, head: Officer
    ) -> None:
        bound(head)
        for number in range(10):
            client = Client(REMOTE_ADDR=f"10.1.1.{number}")
            give_password(client, "head")
            type_code(client, WRONG_CODE)
        client = Client(REMOTE_ADDR="10.2.2.2")
        give_password(client, "head")
        assert type_code(client, present_code(head)).status_code == 400
        assert Notification.objects.filter(kind="account:second_factor_blocked").count() == 1
        assert AuditEntry.objects.filter(action="auth:miss_second_factor").count() == 10

    def test_block_ends_after_a_quarter_of_an_hour(self, city: City, head: Officer) -> None:
        secret, _codes = bound(head)
        now, by = timezone.now(), head.as_actor()
        for _try in range(10):
            assert not pass_second_factor(by=by, at=now, code=WRONG_CODE)
        later = now + timedelta(minutes=16)
        assert not pass_second_factor(by=by, at=now, code=code_at(secret, now))
        assert pass_second_factor(by=by, at=later, code=code_at(secret, later))

    def test_leaves_no_code_in_the_table_of_attempts(self, city: City, head: Officer) -> None:
        bound(head)
        client = Client()
        give_password(client, "head")
        type_code(client, "ABCDE-FGHJK")
        with connection.cursor() as cursor:
            cursor.execute("SELECT post_data FROM axes_accessattempt")
            assert not any("ABCDE" in row[0] for row in cursor.fetchall())


class TestGettingAround:
    @pytest.mark.parametrize("path", ["/", "/cases/", "/admin/", "/account/second-factor/", "/api/v1/cases/"])
    def test_by_an_address_opens_nothing(self, city: City, path: str) -> None:
        client = Client()
        give_password(client, "head")
        answer = client.get(path)
        assert answer.status_code == 401 or answer["Location"].startswith(("/sign-in/", "/admin/login/"))

    @pytest.mark.parametrize("path", ["/cases/", "/admin/", "/api/v1/cases/"])
    def test_by_a_session_without_the_mark_opens_nothing(self, city: City, head: Officer, path: str) -> None:
        """Such as one opened before the installation asked for a second factor."""
        client = Client()
        client.force_login(head, backend="django.contrib.auth.backends.ModelBackend")
        answer = client.get(path)
        assert answer.status_code == 401 or answer["Location"].startswith(("/sign-in/", "/admin/login/"))

    @pytest.mark.parametrize("path", [CODE, ENROL])
    def test_by_the_second_step_alone_leads_to_the_first(self, city: City, path: str) -> None:
        client = Client()
        assert client.get(path)["Location"] == "/sign-in/"
        assert client.post(path, {"code": "123456"})["Location"] == "/sign-in/"

    def test_by_binding_a_device_instead_of_typing_the_code(self, city: City, head: Officer) -> None:
        bound(head)
        client = Client()
        give_password(client, "head")
        client.get(ENROL)
        client.post(ENROL, {"code": WRONG_CODE})
        assert SecondFactor.objects.get(pk=head.pk).failures == 0
        assert not is_in(client)

    def test_a_planted_session_does_not_become_the_victims(self, city: City, head: Officer) -> None:
        bound(head)
        thief = Client()
        give_password(thief, "head")
        planted = thief.cookies["session"].value
        victim = Client()
        victim.cookies["session"] = planted
        give_password(victim, "head")
        between = victim.cookies["session"].value
        type_code(victim, present_code(head))
        assert len({planted, between, victim.cookies["session"].value}) == 3
        assert is_in(victim)
        assert not is_in(thief)
        thief.cookies["session"] = between
        assert not is_in(thief)

    def test_a_right_password_is_forgotten_after_ten_minutes(self, city: City, head: Officer) -> None:
        bound(head)
        client = Client()
        give_password(client, "head")
        session = client.session
        session[PENDING] = {
            **session[PENDING],
            "at": session[PENDING]["at"] - PENDING_FOR.total_seconds() - 1,
        }
        session.save()
        assert type_code(client, present_code(head))["Location"] == "/sign-in/"

    def test_a_right_password_is_forgotten_when_it_is_replaced(self, city: City, head: Officer) -> None:
        bound(head)
        client = Client()
        give_password(client, "head")
        head.set_password("quite-another-word-7")
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE enforcement_officer SET password = %s WHERE id = %s", [head.password, head.pk]
            )
        assert type_code(client, present_code(head))["Location"] == "/sign-in/"

    def test_the_one_click_of_the_demonstration_asks_too_where_it_is_required(
        self, city: City, settings: Any
    ) -> None:
        settings.DEMO = True
        client = Client()
        assert client.post("/sign-in/", {"demo_login": "head"})["Location"] == ENROL

    def test_leads_onward_within_the_house_only(self, city: City, head: Officer) -> None:
        bound(head)
        client = Client()
        give_password(client, "head", next="https://example.org/")
        assert type_code(client, present_code(head))["Location"] == "/"

    def test_tokens_are_another_door(self, city: City, with_token: Any) -> None:
        assert with_token("head", "case:read").get("/api/v1/cases/").status_code == 200


class TestReset:
    def test_is_for_the_security_administrator_on_record(self, city: City, head: Officer) -> None:
        bound(head)
        client = Client()
        give_password(client, "head")
        type_code(client, present_code(head))
        with pytest.raises(Forbidden):
            reset_second_factor(head.pk, by=city.actor("orgadmin"), at=NOON, why="丢失手机")
        reset_second_factor(head.pk, by=city.actor("secadmin"), at=NOON, why="丢失手机")
        assert not is_in(client)
        assert AuditEntry.objects.get(action="auth:reset_second_factor").why == "丢失手机"
        assert Notification.objects.filter(officer=head, kind="account:second_factor_reset").exists()
        assert give_password(Client(), "head")["Location"] == ENROL

    def test_is_not_for_oneself(self, city: City) -> None:
        secadmin = city.people["secadmin"]
        bound(secadmin)
        with pytest.raises(Refused) as refused:
            reset_second_factor(secadmin.pk, by=secadmin.as_actor(), at=NOON, why="丢失手机")
        assert [o.code for o in refused.value.obstacles] == ["second_factor:own"]

    def test_of_nothing_is_refused(self, city: City, head: Officer) -> None:
        with pytest.raises(Refused) as refused:
            reset_second_factor(head.pk, by=city.actor("secadmin"), at=NOON, why="丢失手机")
        assert [o.code for o in refused.value.obstacles] == ["second_factor:none"]

    def test_by_command_helps_the_last_security_administrator(self, city: City) -> None:
        secadmin = city.people["secadmin"]
        bound(secadmin)
        call_command("reset_second_factor", "secadmin", "--why", "设备损坏")
        assert not SecondFactor.objects.exists()
        with pytest.raises(CommandError):
            call_command("reset_second_factor", "nobody", "--why", "设备损坏")

    def test_is_offered_only_where_there_is_a_device(self, city: City, head: Officer, settings: Any) -> None:
        settings.REQUIRE_SECOND_FACTOR = False
        client = Client()
        give_password(client, "secadmin")
        page, words = f"/officers/{head.pk}/", f"/officers/{head.pk}/do/reset_second_factor/"
        assert words not in client.get(page).content.decode()
        bound(head)
        assert words in client.get(page).content.decode()


class TestTheOwnAccount:
    @pytest.fixture
    def client(self, city: City, head: Officer) -> Client:
        bound(head)
        client = Client()
        give_password(client, "head")
        type_code(client, present_code(head))
        return client

    def next_code(self, head: Officer) -> str:
        """The device's code of the half minute to come, which is good already."""
        factor = SecondFactor.objects.get(pk=head.pk)
        return code_at(factor.secret, timezone.now() + timedelta(seconds=30))

    def test_says_that_it_is_set_up(self, client: Client) -> None:
        assert client.get("/account/").context["factor"] is not None

    def test_gives_new_recovery_codes_for_a_code(self, client: Client, head: Officer) -> None:
        old = set(RecoveryCode.objects.values_list("digest", flat=True))
        page = "/account/second-factor/codes/"
        assert client.post(page, {"code": WRONG_CODE}).status_code == 400
        assert set(RecoveryCode.objects.values_list("digest", flat=True)) == old
        answer = client.post(page, {"code": self.next_code(head)})
        assert len(re.findall(r"<code>[A-Z0-9]{5}-[A-Z0-9]{5}</code>", answer.content.decode())) == 10
        assert not old & set(RecoveryCode.objects.values_list("digest", flat=True))

    def test_removes_the_device_for_a_code_and_binds_the_next(self, client: Client, head: Officer) -> None:
        page = "/account/second-factor/remove/"
        assert client.post(page, {"code": WRONG_CODE}).status_code == 400
        assert SecondFactor.objects.exists()
        assert client.post(page, {"code": self.next_code(head)}).status_code == 302
        assert not SecondFactor.objects.exists()
        assert not is_in(client)  # a head without a device is nobody
        assert give_password(client, "head")["Location"] == ENROL

    def test_binds_a_device_of_ones_own_will_and_stays(self, city: City) -> None:
        client, other = Client(), Client()
        for browser in (client, other):
            give_password(browser, "officer")
        page = "/account/second-factor/"
        secret = client.get(page).context["page"]["setup"]["secret"].replace(" ", "")
        code = code_at(secret, timezone.now())
        assert client.post(page, {"code": code, "password": "wrong"}).status_code == 400
        answer = client.post(page, {"code": code, "password": PASSWORD})
        assert len(answer.context["page"]["codes"]) == 10
        assert is_in(client)
        assert not is_in(other)

    def test_counts_wrong_passwords_as_the_entrance_does(self, city: City) -> None:
        client = Client()
        give_password(client, "officer")
        client.get("/account/second-factor/")
        given = {"code": WRONG_CODE, "password": "wrong-word"}
        answers = [client.post("/account/second-factor/", given).status_code for _try in range(5)]
        assert answers == [400, 400, 400, 400, 429]
