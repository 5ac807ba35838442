"""Answers to remedies, time of reviews and money on its way, through browser, API, Today and calendar (Art. 6)."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from desk.reports.answers import answer_tasks
from desk.reports.tasks import case_tasks, open_cases_of
from enforcement.models import Case, Remedy
from tests.city import City
from tests.enforcement.remedy_course import DECIDED, attacked, collected, copied

Holder = Callable[..., Client]
MOST_QUERIES = 12


def queries(client: Client, where: str) -> int:
    client.get(where)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(where).status_code == 200
    return len([q for q in caught.captured_queries if "SAVEPOINT" not in q["sql"]])


def transition(client: Client, path: str, act: str, version: int, **body: Any) -> Any:
    return client.post(
        f"/api/v1/{path}transitions/{act}/",
        json.dumps(body),
        content_type="application/json",
        headers={"if-match": f'"{version}"'},
    )


class TestThePageOfARemedy:
    def test_offers_the_copy_then_the_answer(self, city: City, as_user: Holder) -> None:
        remedy = attacked(city)
        shown = as_user("officer").get(remedy.get_absolute_url()).context["here"]
        assert {"receive_copy", "stop_execution"} == set(shown)
        copied(city, remedy)
        shown = as_user("officer").get(remedy.get_absolute_url())
        assert "answer" in shown.context["here"]
        assert len(shown.context["steps"]) > 2

    def test_is_read_in_few_queries(self, city: City, as_user: Holder) -> None:
        assert queries(as_user("officer"), copied(city).get_absolute_url()) <= MOST_QUERIES

    @pytest.mark.parametrize("act", ["receive_copy", "answer", "conclude"])
    def test_each_act_has_its_form(self, city: City, as_user: Holder, act: str) -> None:
        remedy = copied(city)
        assert as_user("officer").get(f"{remedy.get_absolute_url()}do/{act}/").status_code == 200

    def test_keeps_what_was_typed_when_a_rule_refuses(self, city: City, as_user: Holder) -> None:
        remedy = copied(city)
        typed = {
            "answered_on": "2026-01-05",
            "answer_papers": "证据ZQ8",
            "expected_version": Remedy.objects.get(pk=remedy.pk).version,
        }
        page = as_user("officer").post(f"{remedy.get_absolute_url()}do/answer/", typed)
        assert page.status_code == 409
        assert "证据ZQ8" in page.content.decode()


class TestApi:
    def test_records_an_answer(self, city: City, with_token: Holder) -> None:
        remedy = copied(city)
        answer = transition(
            with_token("officer"), f"remedies/{remedy.pk}/", "answer", Remedy.objects.get(pk=remedy.pk).version,
            answered_on=timezone.localdate().isoformat(), answer_papers="答复书",
        )  # fmt: skip
        refused_for = {o["code"] for o in answer.json().get("obstacles", [])}
        assert (answer.status_code, refused_for) == (409, {"date:too_early"})  # the invented day lies ahead

    def test_tells_the_days_of_remedy_and_payment(self, city: City, with_token: Holder) -> None:
        remedy, row = copied(city), collected(city)
        client = with_token("officer")
        body = client.get(f"/api/v1/remedies/{remedy.pk}/").json()
        assert (body["answer_by"], body["course"], body["answered_on"]) == ("2026-12-14", "ordinary", None)
        payment = client.get(f"/api/v1/cases/{row.case_id}/execution/").json()["payments"][0]
        assert (payment["hand_in_by"], payment["banked_on"]) == ("2026-12-02", None)
        days = client.get(f"/api/v1/cases/{row.case_id}/deadlines/").json()
        assert "hand_in_money" in {d["code"] for d in days}


class TestToday:
    def test_shows_an_answer_to_handlers_and_reviewers_alone(self, city: City) -> None:
        copied(city)
        for name, owed in (
            ("officer", 1),
            ("officer2", 1),
            ("reviewer", 1),
            ("head", 0),
            ("officer_north", 0),
        ):
            assert len(list(answer_tasks(city.actor(name)))) == owed, name

    def test_shows_money_to_be_handed_in(self, city: City) -> None:
        row = collected(city)
        days = {task.due_on for task in case_tasks(open_cases_of(city.actor("officer")))}
        assert row.hand_in_by in days

    def test_stays_within_its_queries(self, city: City, as_user: Holder) -> None:
        copied(city)
        collected(city)
        for name in ("officer", "reviewer", "head"):
            assert queries(as_user(name), "/") <= MOST_QUERIES, name


class TestThePageOfACase:
    def test_stays_within_its_queries(self, city: City, as_user: Holder) -> None:
        for case in (copied(city).case, collected(city).case):
            for part in ("", "deadlines/", "execution/", "remedies/"):
                assert queries(as_user("officer"), f"/cases/{case.pk}/{part}") <= MOST_QUERIES, part

    def test_offers_what_money_needs_next(self, city: City, as_user: Holder) -> None:
        row = collected(city)
        page = as_user("officer").get(f"/cases/{row.case_id}/execution/").content.decode()
        assert "do/hand_in_money/" in page
        assert "do/bank_money/" not in page
        form = as_user("officer").get(f"/cases/{row.case_id}/do/hand_in_money/")
        assert list(form.context["page"]["form"].fields["payment"].queryset) == [row]
        assert Case.objects.get(pk=row.case_id).decided_on == DECIDED
