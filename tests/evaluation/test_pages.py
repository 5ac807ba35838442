"""Pages of evaluation: for whom they are, what they show, and what they never show."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from evaluation.reports.measures import MEASURES
from tests.city import City, small_city
from tests.evaluation.world import TODAY, World, random_world

SignIn = Callable[[str], Client]
MOST_QUERIES = 12
PERIOD = "period=2026"
EVIDENCE = "/evaluation/indicators/{}/evidence/"


def queries(client: Client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(url).status_code == 200
    return len(caught)


def lines(client: Client, url: str) -> dict[str, Any]:
    groups = client.get(url).context["groups"]
    return {row["code"]: row for group in groups for row in (*group["rows"], *group["unmeasured"])}


class TestScorecard:
    def test_lists_all_thirty_and_says_what_is_not_measured(self, world: World, as_user: SignIn) -> None:
        answer = as_user("evaluator").get(f"/evaluation/?{PERIOD}&organ=all")
        unmeasured = {row["code"] for group in answer.context["groups"] for row in group["unmeasured"]}
        assert len(lines(as_user("evaluator"), f"/evaluation/?{PERIOD}")) == 30
        assert len(unmeasured) == 30 - len(MEASURES)
        assert {"A4-1", "A5-2", "A6-2"} <= unmeasured

    def test_a_figure_shows_what_was_counted_and_how_sure_it_is(self, world: World, as_user: SignIn) -> None:
        row = lines(as_user("evaluator"), f"/evaluation/?{PERIOD}&organ=all")["A8-5"]
        assert row["counted"]
        assert "%" in row["value"]
        assert row["interval"].count("%") == 2
        assert f"{PERIOD}" in row["evidence_url"]

    def test_opens_with_the_own_organ_and_for_a_territory_with_all_of_it(
        self, city: City, as_user: SignIn
    ) -> None:
        chosen = {
            name: [o["name"] for o in as_user(name).get("/evaluation/").context["page"]["choice"]["organs"]
                   if o["selected"]]
            for name in ("head", "evaluator")
        }  # fmt: skip
        with translation.override("zh-hans"):
            assert chosen == {"head": [city.places.organs["SD11"].name], "evaluator": []}

    def test_offers_only_organs_in_reach(self, city: City, as_user: SignIn) -> None:
        offered = as_user("head").get("/evaluation/").context["page"]["choice"]["organs"]
        assert {o["id"] for o in offered} == {city.places.organs[code].pk for code in ("SD11", "ST12")}

    @pytest.mark.parametrize("asked", ["organ=0", "organ=x", "organ=99999999999999999999", "period=2026-Q9",
                                       "period=1999", "period=%E2%80%8B"])  # fmt: skip
    def test_knows_no_other_organ_and_no_other_period(self, city: City, as_user: SignIn, asked: str) -> None:
        assert as_user("head").get(f"/evaluation/?{asked}").status_code == 404

    def test_an_organ_of_another_district_does_not_exist(self, world: World, as_user: SignIn) -> None:
        north = world.organ("SD21").pk
        for url in (f"/evaluation/?organ={north}", f"{EVIDENCE.format('A8-5')}?organ={north}&{PERIOD}"):
            assert as_user("head").get(url).status_code == 404
            assert as_user("head_north").get(url).status_code == 200

    def test_what_happens_elsewhere_changes_nothing_here(self, world: World, as_user: SignIn) -> None:
        head = as_user("head")
        before = head.get(f"/evaluation/?{PERIOD}").context["groups"]
        with world.act():
            party = world.party("SD21")
            for _ in range(9):
                world.decided("SD21", party, world.matters[0], "penalty", TODAY)
        assert head.get(f"/evaluation/?{PERIOD}").context["groups"] == before

    def test_stands_beside_organs_of_the_same_level_and_field(self, world: World, as_user: SignIn) -> None:
        own = world.organ("SD11").pk
        peers = as_user("evaluator").get(f"/evaluation/?organ={own}&{PERIOD}").context["peers"]
        with translation.override("zh-hans"):
            assert [p["name"] for p in peers] == [world.organ(code).name for code in ("SD11", "SD21")]

    @pytest.mark.parametrize(
        "username", ["officer", "reviewer", "orgadmin", "sysadmin", "secadmin", "auditor"]
    )
    def test_is_not_for_everybody(self, city: City, as_user: SignIn, username: str) -> None:
        assert as_user(username).get("/evaluation/").status_code == 403

    def test_asks_as_often_for_many_rows_as_for_none(self, city: City, as_user: SignIn) -> None:
        evaluator = as_user("evaluator")
        few = queries(evaluator, "/evaluation/")
        random_world(city, 23)
        assert queries(evaluator, "/evaluation/") == few <= MOST_QUERIES

    def test_is_given_as_a_file(self, world: World, as_user: SignIn) -> None:
        answer = as_user("evaluator").get(f"/evaluation/?{PERIOD}&organ=all&export=csv")
        rows = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
        assert len(rows) == 31
        assert rows[1][0] == "A4-1"
        sheet = as_user("evaluator").get("/evaluation/?export=xlsx")
        assert b"".join(sheet.streaming_content).startswith(b"PK")

    def test_says_what_to_do_before_any_period_is_open(self, db: None) -> None:
        client = Client()
        client.force_login(
            small_city().people["evaluator"], backend="django.contrib.auth.backends.ModelBackend"
        )
        assert b"load_indicators" in client.get("/evaluation/").content


class TestIndicators:
    def test_all_are_listed_and_explained(self, city: City, as_user: SignIn) -> None:
        evaluator = as_user("evaluator")
        assert len(evaluator.get("/evaluation/indicators/").context["page"]["rows"]) == 30
        for code in ("A8-5", "A5-2"):
            assert evaluator.get(f"/evaluation/indicators/{code}/").status_code == 200

    @pytest.mark.parametrize("code", ["A99-1", "a8-5", "9078563412"])
    def test_others_do_not_exist(self, city: City, as_user: SignIn, code: str) -> None:
        assert as_user("evaluator").get(f"/evaluation/indicators/{code}/").status_code == 404


class TestEvidence:
    def test_every_measured_indicator_shows_its_rows(self, world: World, as_user: SignIn) -> None:
        evaluator = as_user("evaluator")
        for code in MEASURES:
            url = f"{EVIDENCE.format(code)}?{PERIOD}&organ=all"
            answer = evaluator.get(url)
            assert answer.context["page"]["rows"], code
            assert queries(evaluator, url) <= MOST_QUERIES

    def test_can_be_narrowed_to_what_does_not_count(self, world: World, as_user: SignIn) -> None:
        url = f"{EVIDENCE.format('A8-5')}?{PERIOD}&organ=all"
        counts = {
            met: len(as_user("evaluator").get(f"{url}&met={met}").context["page"]["rows"])
            for met in ("true", "false")
        }
        row = lines(as_user("evaluator"), f"/evaluation/?{PERIOD}&organ=all")["A8-5"]
        assert {str(counts["true"]), str(sum(counts.values()))} <= set(
            row["counted"].replace("，", " ").split()
        )

    def test_names_no_citizen_to_an_evaluator(self, world: World, as_user: SignIn) -> None:
        with world.act():
            person = world.party("SD11")
            person.kind, person.name = "citizen", "壬某某甲"
            person.save()
            world.decided("SD11", person, world.matters[0], "penalty", TODAY)
        url = f"{EVIDENCE.format('A9-4')}?{PERIOD}&organ=all"
        assert "壬某某甲".encode() not in as_user("evaluator").get(url).content
        assert "壬某某甲".encode() in as_user("head").get(url).content

    def test_shows_no_single_mark_of_satisfaction(self, world: World, as_user: SignIn) -> None:
        page = as_user("evaluator").get(f"{EVIDENCE.format('A8-6')}?{PERIOD}&organ=all").context["page"]
        assert "satisfaction" not in {column.name for column in page["spec"]["columns"]}

    @pytest.mark.parametrize("code", ["A4-1", "A99-9"])
    def test_what_is_not_measured_has_no_rows(self, city: City, as_user: SignIn, code: str) -> None:
        assert as_user("evaluator").get(EVIDENCE.format(code)).status_code == 404

    def test_an_address_says_organ_and_period(self, city: City, as_user: SignIn) -> None:
        own = city.places.organs["SD11"].pk
        answer = as_user("head").get(f"{EVIDENCE.format('A8-5')}?period=2026-Q3&met=true")
        assert answer.headers["Location"] == f"{EVIDENCE.format('A8-5')}?organ={own}&period=2026-Q3&met=true"

    def test_a_period_without_rows_says_so(self, city: City, as_user: SignIn) -> None:
        answer = as_user("evaluator").get(EVIDENCE.format("A8-5"), follow=True)
        assert answer.context["page"]["rows"] == []
        assert answer.context["page"]["empty"]["text"]
