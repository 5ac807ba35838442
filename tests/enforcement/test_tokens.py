"""Tokens: never more than the owner, hashed, ending, revoked at once; reading personal data leaves a trace."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from enforcement.models import AccessToken, TokenUse
from enforcement.services.officers import deactivate_officer, issue_token, revoke_token, token_of
from foundation.actors import COMMAND
from foundation.models import AuditEntry, AuditImage
from foundation.obstacles import Forbidden, Refused
from tests.city import NOON, City, a_counterpart

MINUTE = timedelta(minutes=1)


def issued(city: City, username: str = "officer", *scopes: str, days: int = 30) -> tuple[AccessToken, str]:
    return issue_token(
        by=city.actor("secadmin"),
        at=NOON,
        officer=city.people[username],
        name="示例系统",
        scopes=list(scopes or ("counterpart:read",)),
        days=days,
    )


class TestIssuing:
    @pytest.mark.parametrize(
        ("scopes", "days", "code"),
        [
            (["case:approve"], 30, "token:excess"),
            ([], 30, "token:no_scope"),
            (["case:read"], 0, "token:days"),
            (["case:read"], 367, "token:days"),
        ],
    )
    def test_is_refused_beyond_the_owners_rights_or_a_year(
        self, city: City, scopes: list[str], days: int, code: str
    ) -> None:
        with pytest.raises(Refused) as refusal:
            issue_token(
                by=city.actor("secadmin"), at=NOON, officer=city.people["officer"], name="x", scopes=scopes,
                days=days,
            )  # fmt: skip
        assert [o.code for o in refusal.value.obstacles] == [code]

    def test_is_the_security_administrators_alone(self, city: City) -> None:
        with pytest.raises(Forbidden):
            issue_token(
                by=city.actor("sysadmin"), at=NOON, officer=city.people["officer"], name="x",
                scopes=["case:read"], days=1,
            )  # fmt: skip

    def test_keeps_a_digest_and_never_the_secret(self, city: City) -> None:
        token, secret = issued(city)
        images = str(list(AuditImage.objects.filter(key=str(token.pk)).values()))
        assert secret not in images
        assert secret not in str(AccessToken.objects.filter(pk=token.pk).values().get())

    def test_by_command_prints_the_token_alone(self, city: City) -> None:
        out = StringIO()
        call_command("issue_token", "evaluator", "--scope", "evaluation:read", "--days", "5", stdout=out)
        secret = out.getvalue().strip()
        token = AccessToken.objects.get()
        assert out.getvalue() == f"{secret}\n"
        assert token_of(secret, at=token.created_at) == token
        assert token.scopes == ["evaluation:read"]

    def test_by_command_refuses_in_one_sentence(self, city: City) -> None:
        for arguments in (["nobody"], ["evaluator", "--scope", "case:approve"]):
            with pytest.raises(CommandError):
                call_command("issue_token", *arguments)


class TestUsing:
    def test_narrows_the_owner(self, city: City) -> None:
        token, secret = issued(city)
        found = token_of(secret, at=NOON)
        assert found is not None
        actor = found.officer.as_actor(token=found)
        assert actor.permissions == {"counterpart:read"}
        assert actor.token_id == token.pk

    def test_ends_with_its_days_its_revocation_and_its_owner(self, city: City) -> None:
        token, secret = issued(city, days=1)
        assert token_of(secret, at=NOON + timedelta(days=1)) is None
        revoke_token(token.pk, by=city.actor("secadmin"), at=NOON)
        assert token_of(secret, at=NOON) is None
        _other, another = issued(city, "officer2")
        deactivate_officer(city.people["officer2"].pk, by=COMMAND, at=NOON, why="离职")
        assert token_of(another, at=NOON) is None

    def test_nobody_else_revokes(self, city: City) -> None:
        token, _secret = issued(city)
        with pytest.raises(Forbidden):
            revoke_token(token.pk, by=city.actor("officer2"), at=NOON)
        revoke_token(token.pk, by=city.actor("officer"), at=NOON)

    def test_notes_its_use_at_most_once_a_minute(self, city: City, django_assert_num_queries: Any) -> None:
        _token, secret = issued(city)
        token_of(secret, at=NOON)
        with django_assert_num_queries(2):
            token_of(secret, at=NOON + MINUTE / 2)
        assert TokenUse.objects.get().last_used_at == NOON
        token_of(secret, at=NOON + MINUTE)
        assert TokenUse.objects.get().last_used_at == NOON + MINUTE

    @pytest.mark.parametrize("header", ["Bearer gp_wrong", "Bearer ", "Bearer a b", "Bearer \u00ff"])
    def test_a_wrong_one_is_401(self, city: City, header: str) -> None:
        answer = Client(headers={"authorization": header}).get("/api/v1/counterparts/")
        assert answer.status_code == 401


class TestReadingPersonalData:
    def test_by_token_leaves_an_entry_about_the_counterpart(self, city: City, with_token: Any) -> None:
        shop = a_counterpart(city)
        client = with_token("officer", "counterpart:read")
        assert client.get(f"/api/v1/counterparts/{shop.pk}/").status_code == 200
        entry = AuditEntry.objects.get(action="api:read_personal")
        assert entry.actor_id == city.people["officer"].pk
        assert entry.subjects.get().key == str(shop.pk)

    def test_a_list_by_token_leaves_one_entry(self, city: City, with_token: Any) -> None:
        with_token("officer", "counterpart:read").get("/api/v1/counterparts/")
        assert AuditEntry.objects.filter(action="api:read_personal").count() == 1

    def test_in_a_browser_session_leaves_none(self, city: City, as_user: Any) -> None:
        shop = a_counterpart(city)
        assert as_user("officer").get(f"/api/v1/counterparts/{shop.pk}/").status_code == 200
        assert not AuditEntry.objects.filter(action="api:read_personal").exists()
