"""Pages and API of coercion: for whom they are, what they show, and how often they ask the database."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from enforcement.models import CoerciveMeasure
from enforcement.services import coercion
from leniency.services.assessing import assess_case
from tests.city import NOON, City, a_filed_case
from tests.enforcement.coercion_course import (
    SITE,
    applied,
    approved,
    drafted,
    execution,
    proposed,
    urgent,
    with_thing,
)

SignIn = Callable[[str], Client]
MOST_QUERIES = 12


def queries(client: Client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(url).status_code == 200
    return len([q for q in caught.captured_queries if "SAVEPOINT" not in q["sql"]])


class TestPages:
    def test_the_note_asks_first_what_milder_was_tried(self, city: City, as_user: SignIn) -> None:
        case = a_filed_case(city)
        response = as_user("officer").get(f"/cases/{case.pk}/coercion/new/")
        fields = [field.name for part in response.context["form"].groups() for field in part["fields"]]
        assert fields[0] == "means_tried"
        assert set(fields) >= {"kind", "legal_basis", "term_days", "budget"}

    def test_the_note_is_kept_with_its_gaps(self, city: City, as_user: SignIn) -> None:
        case = a_filed_case(city)
        data = {"kind": "seize", "means_tried": "已规劝", "expected_version": case.version}
        response = as_user("officer").post(f"/cases/{case.pk}/coercion/new/", data)
        measure = CoerciveMeasure.objects.get(case=case)
        assert response["Location"] == f"/coercion/{measure.pk}/"
        assert measure.means_tried == "已规劝"

    def test_the_page_says_what_is_missing(self, city: City, as_user: SignIn) -> None:
        measure = drafted(city, legal_basis="")
        body = as_user("officer").get(f"/coercion/{measure.pk}/").content.decode()
        assert "允许该强制的法律依据" in body

    def test_changing_what_was_approved_is_told_plainly(self, city: City, as_user: SignIn) -> None:
        measure = approved(city)
        page = as_user("officer").get(f"/coercion/{measure.pk}/do/edit/")
        assert "保存修改将使批准失效" in page.content.decode()

    def test_an_act_of_another_kind_is_not_there(self, city: City, as_user: SignIn) -> None:
        measure = applied(city)
        client = as_user("officer")
        assert client.get(f"/coercion/{measure.pk}/do/agree/").status_code == 404
        assert client.get(f"/coercion/{measure.pk}/do/lift/").status_code == 200

    @pytest.mark.parametrize("make", [drafted, proposed, approved, applied, execution])
    def test_every_form_of_every_state_opens(self, make: Any, city: City, as_user: SignIn) -> None:
        measure = make(city)
        client = as_user("officer")
        page = client.get(f"/coercion/{measure.pk}/")
        offered = [*page.context["offers"], *page.context["here"].values()]
        assert offered
        assert {client.get(offer["url"]).status_code for offer in offered} == {200}

    @pytest.mark.parametrize("make", [proposed, applied, urgent, execution])
    def test_asks_little_of_the_database(self, make: Any, city: City, as_user: SignIn) -> None:
        measure = make(city)
        client = as_user("head")
        for url in ("/coercion/", f"/coercion/{measure.pk}/", f"/cases/{measure.case_id}/coercion/"):
            assert queries(client, url) <= MOST_QUERIES

    def test_asks_as_often_for_many_things_as_for_one(self, city: City, as_user: SignIn) -> None:
        measure = applied(city)
        client = as_user("officer")
        few = queries(client, f"/coercion/{measure.pk}/")
        for number in range(3):
            with_thing(city, measure, name=f"秤{number}")
        assert queries(client, f"/coercion/{measure.pk}/") == few

    def test_the_case_shows_its_coercion(self, city: City, as_user: SignIn) -> None:
        measure = applied(city)
        body = as_user("officer").get(f"/cases/{measure.case_id}/coercion/").content.decode()
        assert f"/coercion/{measure.pk}/" in body

    def test_evaluators_read_no_free_text(self, city: City, as_user: SignIn) -> None:
        measure = applied(city)
        body = as_user("evaluator").get(f"/coercion/{measure.pk}/").content.decode()
        assert "当事人正在转移涉案物品" not in body
        assert "电子秤" not in body

    def test_the_list_is_narrowed(self, city: City, as_user: SignIn) -> None:
        measure = applied(city)
        client = as_user("officer")
        for query, seen in (
            ("state=applied", True), ("state=draft", False), ("kind=seize", True), ("open=true", True),
            ("execution=true", False), ("expires_on_before=2026-12-05", True), ("q=强", True),
        ):  # fmt: skip
            rows = client.get(f"/coercion/?{query}").context["page"]["rows"]
            assert [row["id"] for row in rows] == ([measure.pk] if seen else []), query


def post(client: Client, where: str, data: Any, measure: CoerciveMeasure | None = None) -> Any:
    fresh = CoerciveMeasure.objects.get(pk=measure.pk).version if measure else None
    headers = {"if-match": f'"{fresh}"'} if measure else {}
    return client.post(where, json.dumps(data), content_type="application/json", headers=headers)


class TestApi:
    def test_walks_the_whole_way(self, city: City, with_token: Any) -> None:
        case = a_filed_case(city)
        assess_case(case.pk, by=city.actor("officer"), at=NOON)
        officer, head = with_token("officer"), with_token("head")
        note = {
            "case": str(case.pk), "kind": "seize", "why_useless": "正在转移", "alternative": "登记",
            "why_not_enough": "不足", "legal_basis": "产品质量法 18", "basis_level": "law", "term_days": 10,
        }  # fmt: skip
        made = post(officer, "/api/v1/coercive-measures/", note)
        assert made.status_code == 201, made.content
        measure = CoerciveMeasure.objects.get()
        base = f"/api/v1/coercive-measures/{measure.pk}/"
        thing = {"name": "秤", "quantity": "1", "unit": "台", "is_related": True}
        for client, name, data in (
            (officer, "add_item", thing), (officer, "propose", {}), (head, "approve", {"note": "同意"}),
            (officer, "apply", SITE),
        ):  # fmt: skip
            moment = {"applied_at": timezone.now().isoformat()} if name == "apply" else {}
            answer = post(client, f"{base}transitions/{name}/", {**data, **moment}, measure)
            assert answer.status_code == 200, (name, answer.content)
        body = officer.get(base).json()
        assert (body["state"], body["items"][0]["fate"], len(body["deadlines"])) == ("applied", "kept", 1)
        names = {row["name"] for row in body["transitions"]}
        assert {"lift", "extend", "add_testing"} <= names
        assert not {"agree", "confirm", "serve_demand"} & names

    def test_refuses_with_every_reason(self, city: City, with_token: Any) -> None:
        measure = drafted(city, why_useless="", legal_basis="")
        answer = post(
            with_token("officer"), f"/api/v1/coercive-measures/{measure.pk}/transitions/propose/", {}, measure
        )
        assert answer.status_code == 409
        assert {o["code"] for o in answer.json()["obstacles"]} == {"COE-1"}

    def test_edits_a_part(self, city: City, with_token: Any) -> None:
        measure = drafted(city)
        version = CoerciveMeasure.objects.get().version
        answer = with_token("officer").patch(
            f"/api/v1/coercive-measures/{measure.pk}/", json.dumps({"place": "二街道"}),
            content_type="application/json", headers={"if-match": f'"{version}"'},
        )  # fmt: skip
        assert answer.status_code == 200, answer.content
        assert CoerciveMeasure.objects.get().alternative == "拍照并登记。"

    def test_does_not_know_what_is_out_of_reach(self, city: City, with_token: Any) -> None:
        measure = drafted(city)
        assert with_token("officer_north").get(f"/api/v1/coercive-measures/{measure.pk}/").status_code == 404
        withdrawn = {"reason": "不再需要"}
        coercion.withdraw_measure(measure.pk, by=city.actor("officer"), at=NOON, **withdrawn)
        assert with_token("officer").get("/api/v1/coercive-measures/?open=true").json()["results"] == []
