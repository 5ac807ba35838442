"""Carrying out and the file of a case, on its page and in the API (Penalty Law, Art. 61-72)."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from desk.reports.waiting import waiting_cases
from enforcement.models import Case
from enforcement.services import cases
from enforcement.vocabulary import CaseState
from tests.city import City
from tests.enforcement.case_course import AFTER_DEFENCE, LEAD, decided, paid, served

Holder = Callable[..., Client]
MOST_QUERIES = 12
TODAY = AFTER_DEFENCE.date()


def queries(client: Client, where: str) -> int:
    client.get(where)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(where).status_code == 200
    return len([q for q in caught.captured_queries if "SAVEPOINT" not in q["sql"]])


def transition(client: Client, case: Case, act: str, **body: Any) -> Any:
    version = Case.objects.get(pk=case.pk).version
    return client.post(
        f"/api/v1/cases/{case.pk}/transitions/{act}/",
        json.dumps(body),
        content_type="application/json",
        headers={"if-match": f'"{version}"'},
    )


def asked(city: City) -> Case:
    return cases.apply_hardship(
        served(city).pk, by=city.actor("officer"), at=AFTER_DEFENCE, wish="instalments", reason="停业两月ZQ7。",
        applied_on=TODAY,
    )  # fmt: skip


class TestPanels:
    """Two parts of the page come by themselves, in few queries, without words for who may not read them."""

    @pytest.mark.parametrize("part", ["execution", "file"])
    @pytest.mark.parametrize("state", [CaseState.DECIDED, CaseState.CARRIED_OUT, CaseState.ARCHIVED])
    def test_open_within_the_limit_of_queries(
        self, city: City, as_user: Holder, part: str, state: CaseState
    ) -> None:
        case = LEAD[state](city)
        assert queries(as_user("officer"), f"/cases/{case.pk}/{part}/") <= MOST_QUERIES

    def test_execution_tells_what_is_owed_and_by_when(self, city: City, as_user: Holder) -> None:
        page = as_user("officer").get(f"/cases/{served(city).pk}/execution/")
        assert page.context["page"]["balance"].next_due.due_on == served_due()
        assert [act["name"] for act in page.context["page"]["acts"]][:2] == [
            "record_payment",
            "apply_hardship",
        ]

    def test_an_unserved_decision_is_served_first(self, city: City, as_user: Holder) -> None:
        page = as_user("officer").get(f"/cases/{decided(city).pk}/execution/")
        assert page.context["page"]["acts"][0]["name"] == "serve_decision"

    def test_a_plan_is_shown_part_by_part(self, city: City, as_user: Holder) -> None:
        case = asked(city)
        cases.answer_hardship(
            case.pk, by=city.actor("head"), at=AFTER_DEFENCE, grants=True, answer="属实。",
            pay_by=served_due().replace(year=2027), parts=3,
        )  # fmt: skip
        page = as_user("officer").get(f"/cases/{case.pk}/execution/")
        assert [part["is_paid"] for part in page.context["page"]["parts"]] == [False] * 3

    def test_what_the_party_tells_is_for_who_reads_persons(self, city: City, as_user: Holder) -> None:
        case = asked(city)
        assert "ZQ7" in as_user("officer").get(f"/cases/{case.pk}/execution/").content.decode()
        assert "ZQ7" not in as_user("evaluator").get(f"/cases/{case.pk}/execution/").content.decode()

    def test_the_file_names_what_is_missing(self, city: City, as_user: Holder) -> None:
        page = as_user("officer").get(f"/cases/{decided(city).pk}/file/").context["page"]
        missing = {h.piece for _shelf, pieces in page["shelves"] for h in pieces if h.is_missing}
        assert missing == {"receipt", "payment", "closing"}

    def test_the_file_of_an_archived_case_is_whole(self, city: City, as_user: Holder) -> None:
        page = as_user("officer").get(f"/cases/{LEAD[CaseState.ARCHIVED](city).pk}/file/").context["page"]
        assert (page["missing"], page["is_archived"]) == (0, True)

    @pytest.mark.parametrize("act", [
        "serve_decision", "serve_paper", "record_payment", "apply_hardship", "demand_performance",
    ])  # fmt: skip
    def test_each_act_has_its_form(self, city: City, as_user: Holder, act: str) -> None:
        assert as_user("officer").get(f"/cases/{served(city).pk}/do/{act}/").status_code == 200

    def test_what_was_typed_stays_when_a_rule_refuses(self, city: City, as_user: Holder) -> None:
        case = decided(city)
        typed = {
            "means": "electronic",
            "served_on": timezone.localdate().isoformat(),
            "receipt": "proof",
            "trace": "邮ZQ8",
        }
        page = as_user("officer").post(f"/cases/{case.pk}/do/serve_decision/", typed)
        assert page.status_code == 409
        assert "邮ZQ8" in page.content.decode()


def served_due() -> Any:
    return TODAY.replace(month=12, day=15)


class TestApi:
    """Every act and every answer, as the page has them."""

    def test_refuses_a_service_of_tomorrow(self, city: City, with_token: Holder) -> None:
        """The invented decision is taken after the time for defence, which lies ahead of the clock on the wall."""
        case, client = decided(city), with_token("officer")
        refused = transition(client, case, "serve_decision", served_on=TODAY.isoformat())
        assert refused.status_code == 409
        assert {o["code"] for o in refused.json()["obstacles"]} == {"date:future"}
        found = client.get(f"/api/v1/cases/{case.pk}/execution/").json()
        assert (found["services"], found["balance"]["open_fine"]) == ([], "500.00")

    def test_tells_balance_and_payments(self, city: City, with_token: Holder) -> None:
        body = with_token("officer").get(f"/api/v1/cases/{paid(city).pk}/execution/").json()
        assert (body["balance"]["fine"], body["balance"]["surcharge"]) == ("500.00", "0.00")
        assert body["payments"][0]["amount"] == "500.00"
        assert body["services"][0]["means"] == "in_person"
        assert body["court_until"] == "2027-08-30"

    def test_answers_a_hardship(self, city: City, with_token: Holder) -> None:
        case = asked(city)
        answer = {"grants": "yes", "answer": "属实。", "pay_by": "2027-03-01", "parts": 4}
        assert transition(with_token("head"), case, "answer_hardship", **answer).status_code == 200
        found = with_token("officer").get(f"/api/v1/cases/{case.pk}/execution/").json()["hardships"][0]
        assert (found["state"], len(found["instalments"])) == ("granted", 4)

    def test_hides_words_of_the_party_from_evaluators(self, city: City, with_token: Holder) -> None:
        case = asked(city)
        found = with_token("evaluator").get(f"/api/v1/cases/{case.pk}/execution/").json()
        assert found["hardships"][0]["reason"] != "停业两月ZQ7。"

    def test_tells_the_file(self, city: City, with_token: Holder) -> None:
        pieces = with_token("officer").get(f"/api/v1/cases/{decided(city).pk}/file/").json()
        assert {
            key: next(p for p in pieces if p["piece"] == "receipt")[key] for key in ("piece", "is_there")
        } == {"piece": "receipt", "is_there": False}

    @pytest.mark.parametrize("part", ["execution", "file"])
    def test_a_case_of_elsewhere_is_not_found(self, city: City, with_token: Holder, part: str) -> None:
        assert with_token("officer_north").get(f"/api/v1/cases/{served(city).pk}/{part}/").status_code == 404


class TestLists:
    """Heads find what is not carried out, and what waits for their answer."""

    @pytest.mark.parametrize(("step", "lead"), [("service", decided), ("answer", asked)])
    def test_by_what_the_decision_waits_for(self, city: City, as_user: Holder, step: str, lead: Any) -> None:
        case = lead(city)
        page = as_user("head").get(f"/cases/?unfinished={step}")
        assert str(case) in page.content.decode()
        for other in {"service", "answer", "plan", "court"} - {step}:
            assert str(case) not in as_user("head").get(f"/cases/?unfinished={other}").content.decode()

    def test_late_ones(self, city: City) -> None:
        case, found = served(city), Case.objects.waiting_for
        assert list(found("late", served_due())) == []
        assert list(found("late", served_due().replace(day=16))) == [case]

    def test_a_hardship_waits_on_the_heads_today(self, city: City) -> None:
        case = asked(city)
        waits = [w for w in waiting_cases(city.actor("head"), TODAY) if w.number == case.number]
        assert [w.wait for w in waits] == ["hardship"]
