"""“May I go there now?” in the browser and in the API: an answer, its reasons, the next time; nothing is stored."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from enforcement.services.forbidden_times import enter_quiet_period
from foundation.actors import COMMAND
from foundation.models import AuditEntry
from tests.city import NOON, City

pytestmark = [pytest.mark.django_db, pytest.mark.article("6")]
SATURDAY_NIGHT = "2026-11-21T23:00:00+08:00"
URL = "/api/v1/time-checks/"


@pytest.fixture
def ask(city: City, with_token: Callable[..., Client]) -> Callable[..., Any]:
    client = with_token("officer", "organ:read")
    organ = str(city.people["officer"].organ_id)

    def asked(**body: Any) -> Any:
        whole = {"act": "coercive_execution", "organ": organ, "at": SATURDAY_NIGHT, **body}
        return client.post(URL, json.dumps(whole), content_type="application/json")

    return asked


class TestTheEndpoint:
    def test_refuses_execution_on_a_saturday_night_and_says_when(self, ask: Callable[..., Any]) -> None:
        answer = ask(urgent=False, exception=None)
        assert answer.status_code == 200
        body = answer.json()
        assert set(body) == {"allowed", "obstacles", "next_allowed_at"}
        assert body["allowed"] is False
        assert [o["code"] for o in body["obstacles"]] == ["COE-7", "COE-7"]
        assert body["next_allowed_at"] == "2026-11-23T06:00:00+08:00"

    def test_a_measure_may_be_taken_then(self, ask: Callable[..., Any]) -> None:
        body = ask(act="coercive_measure").json()
        assert (body["allowed"], body["obstacles"]) == (True, [])

    def test_urgency_needs_a_reason_but_is_allowed(self, ask: Callable[..., Any]) -> None:
        body = ask(urgent=True).json()
        assert body["allowed"] is True
        assert {o["severity"] for o in body["obstacles"]} == {"warn"}

    def test_quiet_days_open_for_an_exception(self, city: City, ask: Callable[..., Any]) -> None:
        organ = city.people["officer"].organ
        enter_quiet_period(
            by=COMMAND, at=NOON, name_zh="安静期", organ=organ, from_day=date(2026, 11, 21), acts=["inspection"],
            exceptions=["complaint"],
        )  # fmt: skip
        assert ask(act="inspection").json()["allowed"] is False
        assert ask(act="inspection").json()["next_allowed_at"] is None
        assert ask(act="inspection", exception="complaint").json()["allowed"] is True

    def test_changes_nothing(self, ask: Callable[..., Any]) -> None:
        before = AuditEntry.objects.count()
        ask()
        assert AuditEntry.objects.count() == before

    @pytest.mark.parametrize(
        "wrong",
        [{"act": "lunch"}, {"at": "soon"}, {"organ": "999999"}, {"exception": "bored"}, {"urgent": "perhaps"},
         {"at": "9999-12-31T23:59:59+08:00"}, {"place": "here"}],
    )  # fmt: skip
    def test_says_which_field_is_wrong(self, ask: Callable[..., Any], wrong: dict[str, Any]) -> None:
        answer = ask(**wrong)
        assert answer.status_code == 400
        assert set(answer.json()["errors"]) == set(wrong)

    def test_is_for_people_with_an_account(self) -> None:
        assert Client().post(URL, "{}", content_type="application/json").status_code == 401


class TestThePage:
    def page(self, as_user: Callable[[str], Client], query: str = "") -> Any:
        return as_user("officer").get(f"/times/{query}", headers={"accept-language": "en"})

    def test_tells_how_everything_stands_at_this_moment(self, as_user: Callable[[str], Client]) -> None:
        answer = self.page(as_user)
        assert answer.status_code == 200
        assert len(answer.context["page"]["now"]) == 5

    def test_gives_one_clear_answer(self, city: City, as_user: Callable[[str], Client]) -> None:
        organ = city.people["officer"].organ_id
        answer = self.page(as_user, f"?act=coercive_execution&at=2026-11-21T23:00&organ={organ}")
        assert "No, not then" in answer.content.decode()
        assert "23 November 2026" in answer.content.decode() or "Nov" in answer.content.decode()

    def test_keeps_what_was_typed_when_a_field_is_wrong(self, as_user: Callable[[str], Client]) -> None:
        answer = self.page(as_user, "?act=coercive_execution&at=never")
        assert answer.status_code == 400
        assert "never" in answer.content.decode()

    def test_asks_little_of_the_database(
        self, as_user: Callable[[str], Client], django_assert_max_num_queries: Any
    ) -> None:
        client = as_user("officer")
        client.get("/times/")
        with django_assert_max_num_queries(12):
            client.get("/times/")


@pytest.mark.parametrize("path", ["/times/quiet-periods/", "/times/local-bans/"])
def test_the_rules_behind_it_are_open_to_every_officer(path: str, as_user: Callable[[str], Client]) -> None:
    assert as_user("officer").get(path).status_code == 200
