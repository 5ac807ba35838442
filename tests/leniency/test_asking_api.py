"""The question to the lists over the API: what it takes, what it refuses, and that it stores nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.utils import timezone

from enforcement.services.officers import issue_token, token_of
from foundation.actors import COMMAND
from foundation.endpoints.auth import use_token_lookup
from foundation.permissions import Permission
from leniency.models import LeniencyCondition

V1 = "/api/v1/leniency-assessments/"
GOOD: dict[str, Any] = {"harm": "none", "corrected_in_time": True, "refused_correction": False}
QUESTION = {"matter": "CG-001", "act_on": "2026-11-02", "decide_on": "2026-11-20"}


@pytest.fixture
def ask(city: Any) -> Any:
    """A reader's token, and the question put with it."""
    use_token_lookup(token_of)
    secrets: dict[Any, str] = {}

    def put(
        body: Any, *, by: str = "officer", scopes: Any = (Permission.LENIENCY_READ,), lang: str = "en"
    ) -> Any:
        if (by, scopes) not in secrets:
            given = {"by": COMMAND, "at": timezone.now(), "officer": city.people[by], "name": "t", "days": 3}
            _row, secrets[by, scopes] = issue_token(**given, scopes=list(scopes))
        headers = {"Authorization": f"Bearer {secrets[by, scopes]}", "Accept-Language": lang}
        return Client(headers=headers).post(V1, body, content_type="application/json")

    return put


def test_a_reader_gets_the_answer_with_every_key_of_the_contract(bureau, ask):
    answer = ask({**QUESTION, "facts": GOOD})
    assert answer.status_code == 200, answer.content
    body = answer.json()
    contract = {"outcome", "grounds", "surviving", "entries", "missing", "off_list", "obligations"}
    assert contract <= set(body)
    assert body["outcome"] == "shall_not_penalise"
    assert all(
        {"ground", "result", "citation", "says"} <= set(g) and g["citation"] and g["says"]
        for g in body["grounds"]
    )
    entry = body["entries"][0]
    assert {"code", "edition", "result", "conditions"} <= set(entry)
    assert (entry["code"], entry["result"]) == ("CG-001", "applies")
    assert [(c["fact"], c["result"]) for c in entry["conditions"]] == [
        ("harm", "holds"), ("corrected_in_time", "holds"), ("refused_correction", "holds"),
    ]  # fmt: skip
    assert all(c["says"] for c in entry["conditions"])


def test_nothing_at_all_is_stored(bureau, ask):
    answered = ask({**QUESTION, "facts": GOOD}).json()  # the token's first use of the day is noted
    before = {model._meta.label: model._base_manager.count() for model in apps.get_models()}
    assert ask({**QUESTION, "facts": GOOD}).json() == answered
    assert {model._meta.label: model._base_manager.count() for model in apps.get_models()} == before


def test_a_matter_may_be_named_by_its_key_and_the_decision_is_today(bureau, ask):
    entry = bureau.entry("CG-001")
    body = ask({"matter": str(entry.matter_id), "act_on": "2026-11-02"}).json()
    assert (body["matter"], body["decide_on"]) == ("CG-001", timezone.localdate().isoformat())


def test_what_is_left_out_and_what_is_null_are_the_same(bureau, ask):
    facts = {"harm": None, "age": None, "prior": None, "first_time": None, "findings": None}
    assert ask({**QUESTION, "facts": facts}).json() == ask({**QUESTION, "facts": None}).json()
    assert ask(QUESTION).json()["outcome"] == "unknown"


def test_grounds_speak_the_language_of_the_reader(bureau, ask):
    said = {
        lang: ask({**QUESTION, "facts": {"age": 13}}, lang=lang).json()["grounds"][0]
        for lang in ("en", "zh-hans")
    }
    assert said["en"]["says"] == "The party was 13 at the act."
    assert said["zh-hans"]["says"] != said["en"]["says"]
    assert "30" in said["en"]["citation"]


@pytest.mark.parametrize(
    ("facts", "wrong"),
    [
        ({"surprise": 1}, {"facts.surprise"}),
        ({"matter": "CG-001"}, {"facts.matter"}),
        ({"harm": "evident"}, {"facts.harm"}),
        ({"harm": 5, "fault": "negligent"}, {"facts.harm", "facts.fault"}),
        ({"age": -1}, {"facts.age"}),
        ({"age": "thirteen"}, {"facts.age"}),
        ({"age": True}, {"facts.age"}),
        ({"age": 13.5}, {"facts.age"}),
        ({"first_time": "true"}, {"facts.first_time"}),
        ({"first_time": 1}, {"facts.first_time"}),
        ({"amount": -0.01}, {"facts.amount"}),
        ({"goods_value": "many"}, {"facts.goods_value"}),
        ({"area": [3]}, {"facts.area"}),
        ({"discovered_on": "2026-11-01"}, {"facts.discovered_on"}),
        ({"discovered_on": "2026-11-21"}, {"facts.discovered_on"}),
        ({"act_ended_on": "2026-11-01"}, {"facts.act_ended_on"}),
        ({"corrected_on": "2026-11-01"}, {"facts.corrected_on"}),
        ({"corrected_on": "2026-11-21"}, {"facts.corrected_on"}),
        ({"correction_due_on": "2026-11-01"}, {"facts.correction_due_on"}),
        ({"corrected_on": "yesterday"}, {"facts.corrected_on"}),
        ({"corrected_on": 20261102}, {"facts.corrected_on"}),
        ({"corrected_when": "not_corrected", "corrected_in_time": True}, {"facts.corrected_in_time"}),
        ({"corrected_when": "within_order", "corrected_in_time": False}, {"facts.corrected_in_time"}),
        ({"corrected_when": "promised", "corrected_on": "2026-11-03"}, {"facts.corrected_when"}),
        (
            {"corrected_on": "2026-11-10", "correction_due_on": "2026-11-09", "corrected_in_time": True},
            {"facts.corrected_in_time"},
        ),
        (
            {"corrected_on": "2026-11-10", "discovered_on": "2026-11-05", "corrected_when": "before_discovery"},
            {"facts.corrected_when"},
        ),
        ({"prior": "none"}, {"facts.prior"}),
        ({"prior": [{"kind": "penalty"}]}, {"facts.prior"}),
        ({"prior": [{"on": "2026-01-01", "kind": "fine"}]}, {"facts.prior"}),
        ({"prior": [{"on": "2026-01-01", "organ": "x"}]}, {"facts.prior"}),
        ({"prior": [{"on": "2026-12-01", "kind": "penalty"}]}, {"facts.prior"}),
        ({"prior": [], "first_time": False}, {"facts.first_time"}),
        (
            {"prior": [{"on": "2026-01-01", "kind": "penalty", "same": "matter"}], "first_time": True},
            {"facts.first_time"},
        ),
        ({"findings": {"999999": True}}, {"facts.findings"}),
        ({"findings": {"x": True}}, {"facts.findings"}),
        ("facts", {"facts"}),
        ([], {"facts"}),
    ],
)  # fmt: skip
def test_an_impossible_fact_is_refused_by_its_name(bureau, ask, facts, wrong):
    answer = ask({**QUESTION, "facts": facts})
    assert answer.status_code == 400, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    found = answer.json()["errors"]
    assert set(found) == wrong
    assert all(fault["message"] and fault["code"] for faults in found.values() for fault in faults)


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ({}, {"matter", "act_on"}),
        ({"matter": "nothing", "act_on": "2026-11-02"}, {"matter"}),
        ({"matter": "CG-001", "act_on": "2026-13-40"}, {"act_on"}),
        ({"matter": "CG-001", "act_on": "2026-11-21", "decide_on": "2026-11-20"}, {"act_on"}),
        ({"matter": "CG-001", "act_on": "2026-11-02", "harm": "none"}, {"harm"}),
        ({"case": str(2**62)}, {"case"}),
        ({"case": "1", "facts": {}}, {"facts"}),
        ({"occurred_on": "2026-13-40"}, {"matter", "act_on", "occurred_on"}),
    ],
)
def test_what_is_wrong_with_a_question_is_told_all_at_once(bureau, ask, body, wrong):
    answer = ask(body)
    assert answer.status_code == 400, answer.content
    assert set(answer.json()["errors"]) == wrong


def test_a_token_that_may_not_read_lists_gets_no_answer(bureau, ask):
    assert ask({**QUESTION, "facts": GOOD}, scopes=(Permission.CASE_READ,)).status_code == 403


def test_a_finding_is_told_by_the_key_of_its_condition(bureau, ask):
    asked = {**QUESTION, "matter": "SJ-005"}
    entry = bureau.entry("SJ-005")
    found = LeniencyCondition.objects.filter(entry=entry, kind="attested").first()
    if found is None:
        pytest.fail("the sample entry asks for a finding")
    unknown = ask(asked).json()
    assert f"findings.{found.pk}" in unknown["missing"]
    known = ask({**asked, "facts": {"findings": {str(found.pk): True}}}).json()
    condition = next(c for c in known["entries"][0]["conditions"] if c["fact"] == f"findings.{found.pk}")
    assert condition["result"] == "holds"


def test_lists_of_another_district_are_not_asked(bureau, ask, draft):
    assert date(2026, 11, 20)
    codes = {e["code"] for e in ask(QUESTION, by="officer_north").json()["entries"]}
    assert codes == {"CG-001"}
