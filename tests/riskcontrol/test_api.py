"""Risk control for machines: every score with its inputs, risk points, and the list for everybody."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from enforcement.models import Counterpart
from foundation.actors import SCHEDULER
from riskcontrol.models import RiskPoint
from riskcontrol.services.points import edit_point
from riskcontrol.services.publishing import revise_point, withdraw_point
from riskcontrol.services.reviewing import review_all
from riskcontrol.services.samples import load_risk_points
from tests.city import NOON, City
from tests.riskcontrol.rows import TODAY, counterparts, decided_case

RISKS, POINTS, PUBLIC = "/api/v1/counterpart-risks/", "/api/v1/risk-points/", "/api/v1/public/risk-points/"


@pytest.fixture
def shops(city: City) -> list[Counterpart]:
    load_risk_points(by=SCHEDULER, at=NOON)
    some = counterparts(city, 5)
    decided_case(city, some[0], correct_by=TODAY.replace(day=1))
    review_all(by=SCHEDULER, at=NOON)
    return some


def signed_in(city: City, username: str) -> Client:
    client = Client()
    client.force_login(city.people[username])
    return client


def send(client: Client, method: str, url: str, data: Any, **headers: str) -> Any:
    return getattr(client, method)(url, data, content_type="application/json", headers=headers or None)


class TestScores:
    def test_can_be_added_up_again_from_their_inputs(self, city: City, shops: list[Counterpart]) -> None:
        client = signed_in(city, "officer")
        rows = client.get(RISKS).json()["results"]
        assert rows[0]["id"] == str(shops[0].pk)
        for row in rows:
            assert all(i["value"] * i["weight"] == i["points"] for i in row["inputs"])
            assert row["score"] == min(100, max(0, sum(i["points"] for i in row["inputs"])))
        one = client.get(f"{RISKS}{shops[0].pk}/").json()
        assert one["inputs"] == rows[0]["inputs"]
        assert one["formula"] == {
            "version": 1,
            "lowest": 0,
            "highest": 100,
            "medium_from": 20,
            "high_from": 50,
        }
        assert [step["points"] for step in one["reliefs"]] == [15, 3, 0]
        assert one["history"] == [{"on": "2026-11-20", "score": 41, "level": "medium"}]

    def test_are_read_in_few_queries(self, city: City, shops: list[Counterpart]) -> None:
        client = signed_in(city, "officer")
        for url in (RISKS, f"{RISKS}{shops[0].pk}/", POINTS):
            with CaptureQueriesContext(connection) as queries:
                assert client.get(url).status_code == 200
            assert len(queries) <= 8, [q["sql"][:90] for q in queries]

    def test_of_a_foreign_district_do_not_exist(self, city: City, shops: list[Counterpart]) -> None:
        client = signed_in(city, "officer_north")
        assert client.get(f"{RISKS}{shops[0].pk}/").status_code == 404
        assert client.get(RISKS).json()["results"] == []

    def test_cannot_be_written(self, city: City, shops: list[Counterpart]) -> None:
        client = signed_in(city, "head")
        for method in ("post", "put", "patch", "delete"):
            url = RISKS if method == "post" else f"{RISKS}{shops[0].pk}/"
            assert send(client, method, url, {"score": 0}).status_code == 405

    def test_narrow_by_level_and_refuse_what_they_do_not_know(
        self, city: City, shops: list[Counterpart]
    ) -> None:
        client = signed_in(city, "officer")
        assert len(client.get(RISKS, {"level": "medium"}).json()["results"]) == 1
        assert client.get(RISKS, {"declined": "true"}).status_code == 400


class TestRiskPoints:
    def test_are_drafted_analysed_and_published(self, city: City, shops: list[Counterpart]) -> None:
        client = signed_in(city, "head")
        field = str(city.places.fields["market"].pk)
        body = {"code": "FX-T-9", "field": field, "matter": str(city.matter.pk), "name_zh": "示例", "basis": "法 1",
                "industries": ["F"], "season_months": [1, 12]}  # fmt: skip
        made = send(client, "post", POINTS, body)
        assert made.status_code == 201, made.content
        point = made.json()
        assert (point["state"], point["level"], point["season_months"]) == ("draft", "low", [1, 12])
        checks = {"opinion": "合法"}
        reviewer = signed_in(city, "reviewer")
        refused = send(reviewer, "post", f"{point['url']}transitions/check/", checks, **{"If-Match": "*"})
        assert refused.status_code == 409
        assert {o["code"] for o in refused.json()["obstacles"]} == {"RSK-3", "RSK-4", "RSK-5"}
        steps = [("add_cause", {"kind": k, "text_zh": "因"}) for k in ("objective", "organ")]
        steps += [
            ("add_measure", {"side": s, "text_zh": "措施", "adds_no_duty": True})
            for s in ("organ", "counterpart")
        ]
        for who, name, data in [*((client, *step) for step in steps), (reviewer, "check", checks)]:
            done = send(who, "post", f"{point['url']}transitions/{name}/", data, **{"If-Match": "*"})
            assert done.status_code == 200, done.content
        publish = f"{point['url']}transitions/publish/"
        bare = send(client, "post", publish, {}, **{"If-Match": "*"})
        assert [o["code"] for o in bare.json()["obstacles"]] == ["RSK-11"]
        confirmed = {"confirmed": [measure["id"] for measure in done.json()["measures"]]}
        made = send(client, "post", publish, confirmed, **{"If-Match": "*"}).json()
        assert (made["state"], [e["number"] for e in made["editions"]]) == ("published", [1])
        assert [t["name"] for t in made["transitions"]] == ["revise", "withdraw"]

    def test_a_measure_that_adds_a_duty_is_not_taken(self, city: City, shops: list[Counterpart]) -> None:
        point = RiskPoint.objects.get(code="FX-SJ-01")
        revise_point(point.pk, by=city.actor("head"), at=NOON, reason="年度修订")
        url = f"{POINTS}{point.pk}/transitions/add_measure/"
        data = {"side": "counterpart", "text_zh": "另交保证金", "adds_no_duty": False}
        refused = send(signed_in(city, "head"), "post", url, data, **{"If-Match": "*"})
        assert refused.status_code == 400
        assert "adds_no_duty" in refused.json()["errors"]

    def test_an_edit_keeps_what_was_not_sent(self, city: City, shops: list[Counterpart]) -> None:
        point = RiskPoint.objects.get(code="FX-SJ-01")
        url = f"{POINTS}{point.pk}/"
        client = signed_in(city, "head")
        published = send(client, "patch", url, {"basis": "新法 1"}, **{"If-Match": f'"{point.version}"'})
        assert [o["code"] for o in published.json()["obstacles"]] == ["RSK-14"]
        point = revise_point(point.pk, by=city.actor("head"), at=NOON, reason="年度修订")
        done = send(client, "patch", url, {"basis": "新法 1"}, **{"If-Match": f'"{point.version}"'})
        assert done.status_code == 200, done.content
        after = done.json()
        assert (after["basis"], after["edition"], after["state"]) == ("新法 1", 1, "revising")
        assert (after["season_months"], after["ways"]) == (point.season_months, point.ways)

    def test_an_officer_reads_and_does_not_write(self, city: City, shops: list[Counterpart]) -> None:
        client = signed_in(city, "officer")
        point = client.get(POINTS).json()["results"][0]
        assert client.get(point["url"]).status_code == 200
        assert send(client, "post", POINTS, {"code": "X1"}).status_code in (400, 403)
        answer = send(client, "patch", point["url"], {"basis": "x"}, **{"If-Match": "*"})
        assert answer.status_code == 403


class TestTheListForEverybody:
    def test_needs_no_account_and_may_be_kept(self, city: City, shops: list[Counterpart]) -> None:
        first = Client().get(PUBLIC)
        assert first.status_code == 200
        assert len(first.json()["results"]) == 14
        assert first["Access-Control-Allow-Origin"] == "*"
        assert "public" in first["Cache-Control"]
        again = Client().get(PUBLIC, headers={"if-none-match": first["ETag"]})
        assert again.status_code == 304

    def test_shows_neither_drafts_nor_inner_reasons(self, city: City, shops: list[Counterpart]) -> None:
        point = RiskPoint.objects.get(code="FX-SJ-01")
        edition = point.editions.get()
        one = Client().get(f"{PUBLIC}{edition.pk}/").json()
        assert len(one["causes"]) == 3
        assert not {"level_reason", "figures", "state", "level_source", "opinion"} & set(one)
        revise_point(point.pk, by=city.actor("head"), at=NOON, reason="年度修订")
        edit_point(point.pk, by=city.actor("head"), at=NOON, name_zh="尚未公布")
        assert "尚未公布" not in Client().get(PUBLIC).content.decode()
        withdraw_point(point.pk, by=city.actor("head"), at=NOON, reason="修法")
        assert "FX-SJ-01" not in [row["code"] for row in Client().get(PUBLIC).json()["results"]]
        assert Client().get(f"{PUBLIC}{edition.pk}/").json()["ended_on"] == "2026-11-20"
        assert send(Client(), "post", PUBLIC, {}).status_code == 405
