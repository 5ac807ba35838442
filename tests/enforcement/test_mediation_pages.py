"""Mediations in browser and API: found, entered, corrected, exported, and only by their own organ (Art. 7)."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from enforcement.models import Mediation
from enforcement.services import mediations
from enforcement.vocabulary import DisputeKind
from tests.city import NOON, City, a_counterpart

pytestmark = pytest.mark.article("7")
SignIn = Callable[[str], Client]
Holder = Callable[..., Client]
TODAY = NOON.date()
MOST_QUERIES = 12


def applied(city: City, *, by: str = "officer", **more: Any) -> Mediation:
    given = {"title": "退货纠纷", "kind": "consumer", "dispute": "退货被拒。", "applied_on": TODAY, **more}
    party = a_counterpart(city, by=by, name=f"{by}消费者")
    return mediations.register_mediation(
        by=city.actor(by), at=NOON, applicant=party, field=city.places.fields["market"], **given
    )


def underway(city: City) -> Mediation:
    mediation, by = applied(city), city.actor("officer")
    mediations.add_party(mediation.pk, by=by, at=NOON, role="respondent", name="乙二商店", consented_on=TODAY)
    mediations.name_mediators(mediation.pk, by=by, at=NOON, officers=[city.people["officer2"]])
    return mediations.begin_mediation(mediation.pk, by=by, at=NOON)


def titles(client: Client, query: str = "") -> list[str]:
    rows = client.get(f"/mediations/{query}").context["page"]["rows"]
    return [row["cells"][1]["display"] for row in rows]


def typed(mediation: Mediation, **data: Any) -> dict[str, Any]:
    return {"expected_version": Mediation.objects.get(pk=mediation.pk).version, **data}


def queries(client: Client, where: str) -> int:
    client.get(where)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(where).status_code == 200
    return len([q for q in caught.captured_queries if "SAVEPOINT" not in q["sql"]])


class TestTheList:
    def test_shows_those_of_the_own_organ_alone(self, city: City, as_user: SignIn) -> None:
        applied(city)
        applied(city, by="officer_north", title="北方纠纷")
        assert titles(as_user("officer")) == ["退货纠纷"]
        assert titles(as_user("officer_north")) == ["北方纠纷"]

    @pytest.mark.parametrize(("query", "found"), [
        ("?kind=consumer", ["退货纠纷"]), ("?kind=quality", ["质量纠纷"]), ("?state=underway", []),
        ("?q=质量", ["质量纠纷"]), ("?applied_on_after=2026-11-21", []),
    ])  # fmt: skip
    def test_filters_and_searches(self, city: City, as_user: SignIn, query: str, found: list[str]) -> None:
        applied(city)
        applied(city, title="质量纠纷", kind=_other_kind(), applied_on=TODAY - timedelta(days=1))
        assert titles(as_user("officer"), query.replace("quality", _other_kind())) == found

    def test_asks_as_often_for_many_as_for_few(self, city: City, as_user: SignIn) -> None:
        applied(city)
        few = queries(as_user("officer"), "/mediations/")
        for number in range(6):
            applied(city, title=f"纠纷{number}")
        assert queries(as_user("officer"), "/mediations/") == few <= MOST_QUERIES

    def test_says_what_to_do_first(self, as_user: SignIn) -> None:
        assert "/mediations/new/" in as_user("officer").get("/mediations/").content.decode()


class TestAnApplication:
    def given(self, city: City, **changes: Any) -> dict[str, Any]:
        party = a_counterpart(city, name="甲一消费者")
        return {"title": "退货纠纷", "kind": "consumer", "dispute": "退货被拒。", "applied_on": TODAY.isoformat(),
                "field": city.places.fields["market"].pk, "applicant": party.pk, **changes}  # fmt: skip

    def test_is_entered_and_gets_its_number(self, city: City, as_user: SignIn) -> None:
        assert as_user("officer").post("/mediations/new/", self.given(city)).status_code == 302
        assert Mediation.objects.get().number

    def test_keeps_what_was_typed_beside_what_is_wrong(self, city: City, as_user: SignIn) -> None:
        answer = as_user("officer").post("/mediations/new/", self.given(city, title="", dispute="打字很多"))
        assert answer.status_code == 400
        assert answer.context["form"].errors.keys() == {"title"}
        page = answer.content.decode()
        assert "打字很多" in page
        assert "甲一消费者" in page, "the party that was chosen stays chosen"

    def test_names_nobody_from_elsewhere(self, city: City, as_user: SignIn) -> None:
        northern = a_counterpart(city, by="officer_north", name="北方商店")
        answer = as_user("officer").post("/mediations/new/", self.given(city, applicant=northern.pk))
        assert answer.context["form"].errors.keys() == {"applicant"}

    def test_finds_its_party_while_one_types(self, city: City, as_user: SignIn) -> None:
        a_counterpart(city, name="甲一消费者")
        page = as_user("officer").get("/mediations/new/").content.decode()
        assert '"picker": "applicant"' in page
        found = as_user("officer").post(
            "/cases/counterparts/", {"picker": "applicant", "applicant_text": "甲一"}
        )
        assert 'name="applicant"' in found.content.decode()

    def test_is_not_entered_by_who_may_only_read(self, as_user: SignIn) -> None:
        assert as_user("head").get("/mediations/").status_code == 200
        assert as_user("evaluator").get("/mediations/new/").status_code == 403


class TestItsActs:
    def test_refuse_beside_the_field(self, city: City, as_user: SignIn) -> None:
        mediation, client = underway(city), as_user("officer")
        where = f"/mediations/{mediation.pk}/do/"
        late = typed(mediation, held_on=(TODAY + timedelta(days=4000)).isoformat(), minutes="双方到场")
        answer = client.post(f"{where}hold_session/", late)
        assert answer.status_code in (400, 409)
        assert "held_on" in answer.context["form"].errors
        assert "双方到场" in answer.content.decode()

    def test_lead_to_an_agreement_that_is_performed(self, city: City, as_user: SignIn) -> None:
        mediation, client = underway(city), as_user("officer")
        where = f"/mediations/{mediation.pk}/do/"
        for act, data in (
            ("hold_session", {"held_on": TODAY.isoformat(), "minutes": "双方到场。"}),
            ("agree", {"agreement": "七日内退款。", "perform_by": "2026-11-27"}),
            ("note_performed", {"performed_on": TODAY.isoformat(), "note": "已退款"}),
        ):
            answer = client.post(f"{where}{act}/", typed(mediation, **data))
            assert answer.status_code == 302, (act, answer.content.decode())
        assert Mediation.objects.get(pk=mediation.pk).state == "performed"
        assert "已退款" in client.get(f"/mediations/{mediation.pk}/").content.decode()

    def test_ask_a_constant_number_of_times(self, city: City, as_user: SignIn) -> None:
        assert queries(as_user("officer"), f"/mediations/{underway(city).pk}/") <= MOST_QUERIES

    def test_are_no_business_of_another_organ(self, city: City, as_user: SignIn) -> None:
        mediation = underway(city)
        for path in ("", "do/agree/"):
            assert as_user("officer_north").get(f"/mediations/{mediation.pk}/{path}").status_code == 404


class TestTheResource:
    def test_filters_and_shows_the_whole(self, city: City, with_token: Holder) -> None:
        mediation = underway(city)
        client = with_token("officer")
        rows = client.get("/api/v1/mediations/?state=underway").json()["results"]
        assert [row["id"] for row in rows] == [str(mediation.pk)]
        body = client.get(f"/api/v1/mediations/{mediation.pk}/").json()
        assert [party["role"] for party in body["parties"]] == ["applicant", "respondent"]
        assert with_token("officer_north").get(f"/api/v1/mediations/{mediation.pk}/").status_code == 404

    def test_enters_and_acts_as_the_browser_does(self, city: City, with_token: Holder) -> None:
        client, party = with_token("officer"), a_counterpart(city, name="甲一消费者")
        body = {"title": "退货纠纷", "kind": "consumer", "dispute": "退货被拒。", "applied_on": "2026-11-20",
                "field": str(city.places.fields["market"].pk), "applicant": str(party.pk)}  # fmt: skip
        made = post(client, "/api/v1/mediations/", body)
        assert made.status_code == 201, made.content
        where = f"/api/v1/mediations/{made.json()['id']}/transitions/"
        party = {"role": "respondent", "name": "乙二商店", "consented_on": "2026-11-20"}
        assert post(client, f"{where}add_party/", party, version=1).status_code == 200
        both = post(client, f"{where}add_party/", {**party, "counterpart": body["applicant"]}, version=2)
        assert both.status_code == 400

    def test_is_exported_as_it_is_listed(self, city: City, as_user: SignIn) -> None:
        applied(city)
        sheet = as_user("officer").get("/mediations/?format=csv")
        assert sheet.status_code == 200
        text = b"".join(sheet.streaming_content) if sheet.streaming else sheet.content
        assert "退货纠纷" in text.decode("utf-8-sig")


def post(client: Client, where: str, body: Any, *, version: int | None = None) -> Any:
    headers = {"if-match": f'"{version}"'} if version else {}
    return client.post(where, json.dumps(body), content_type="application/json", headers=headers)


def _other_kind() -> str:
    return next(kind for kind in DisputeKind.values if kind != "consumer")
