"""Evaluation for machines: definitions, periods, scorecards and the rows behind a figure."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from drf_spectacular.generators import SchemaGenerator

from evaluation.reports.measures import MEASURES
from tests.city import City
from tests.evaluation.world import TODAY, World

SignIn = Callable[[str], Client]
Holder = Callable[..., Client]
API = "/api/v1/evaluation/"
SCORECARD = f"{API}scorecards/?period=2026&organ=all"


@pytest.fixture
def reader(with_token: Holder) -> Client:
    """The municipal evaluator's machine: it may read evaluation and nothing else."""
    return with_token("evaluator", "evaluation:read")


class TestDefinitions:
    def test_are_listed_with_formula_weight_and_target(self, city: City, reader: Client) -> None:
        found = reader.get(f"{API}indicators/").json()["results"]
        assert len(found) == 30
        assert found[0]["id"] == found[0]["code"] == "A4-1"
        first = reader.get(found[22]["url"])
        assert (first.json()["code"], first.json()["target"], first.json()["measured"]) == (
            "A8-7",
            0.95,
            False,
        )
        assert first.headers["ETag"]

    def test_periods_have_codes_and_days(self, city: City, reader: Client) -> None:
        found = reader.get(f"{API}periods/2026-Q4/").json()
        assert (found["start"], found["end"], found["kind"]) == ("2026-10-01", "2026-12-31", "quarter")
        assert reader.get(f"{API}periods/2026-Q9/").status_code == 404
        kinds = {row["kind"] for row in reader.get(f"{API}periods/?kind=year").json()["results"]}
        assert kinds == {"year"}


class TestScorecards:
    def test_tell_every_indicator_with_its_standing(self, world: World, reader: Client) -> None:
        body = reader.get(SCORECARD).json()
        assert len(body["indicators"]) == body["weight_all"] - 70 == 30
        standing = {line["code"]: line["standing"] for line in body["indicators"]}
        assert {code for code, said in standing.items() if said != "not_measured"} == set(MEASURES)
        assert (body["period"]["code"], body["organ"], body["is_frozen"]) == ("2026", None, False)

    def test_weights_of_what_was_scored_make_a_hundred(self, world: World, reader: Client) -> None:
        body = reader.get(SCORECARD).json()
        assert sum(line["weight_here"] for line in body["indicators"]) == pytest.approx(100, abs=0.01)
        total = sum(line["weight_here"] * (line["score"] or 0) for line in body["indicators"]) / 100
        assert body["score"] == pytest.approx(total, abs=0.01)

    def test_no_data_is_null_and_never_zero(self, city: City, reader: Client) -> None:
        body = reader.get(f"{API}scorecards/?period=2026-Q4").json()
        silent = [line for line in body["indicators"] if line["standing"] == "no_data"]
        assert silent
        assert all((line["value"], line["score"], line["numerator"]) == (None, None, None) for line in silent)

    def test_lead_to_the_rows_behind_each_figure(self, world: World, reader: Client) -> None:
        for line in reader.get(SCORECARD).json()["indicators"]:
            if line["evidence"] is None:
                assert line["code"] not in MEASURES
                continue
            page = reader.get(f"{line['evidence']}&count=true&page_size=200").json()
            if line["code"] not in ("A8-1", "A8-6"):
                assert page["count"] == line["denominator"], line["code"]
                assert sum(row["met"] for row in page["results"]) == (line["numerator"] or 0)

    def test_the_same_figures_are_not_sent_twice(self, world: World, reader: Client) -> None:
        etag = reader.get(SCORECARD).headers["ETag"]
        again = reader.get(SCORECARD, headers={"If-None-Match": etag})
        assert (again.status_code, again.content) == (304, b"")
        with world.act():
            world.decided("SD11", world.party(), world.matters[0], "penalty", TODAY)
        assert reader.get(SCORECARD, headers={"If-None-Match": etag}).status_code == 200

    def test_stay_within_the_reach_of_who_asks(self, world: World, with_token: Holder) -> None:
        north = with_token("head_north", "evaluation:read")
        south = world.organ("SD11").pk
        assert north.get(f"{API}scorecards/?organ={south}").status_code == 404
        assert north.get(f"{API}indicators/A8-5/evidence/?organ={south}").status_code == 404
        assert [p["organ"]["code"] for p in north.get(f"{API}scorecards/").json()["peers"]] == ["SD21"]

    @pytest.mark.parametrize(
        "path", ["scorecards/?x=1", "scorecards/?period=2026&export=csv", "indicators/?fine=1",
                 "indicators/A8-5/evidence/?period=2026&x=1", "indicators/A8-5/evidence/?ordering=nothing"],
    )  # fmt: skip
    def test_an_unknown_parameter_is_an_error(self, city: City, reader: Client, path: str) -> None:
        answer = reader.get(API + path)
        assert answer.status_code == 400
        assert answer.headers["Content-Type"] == "application/problem+json"


class TestRights:
    def test_nobody_without_a_token_or_session(self, city: City) -> None:
        assert Client().get(SCORECARD).status_code == 401

    def test_a_token_for_something_else_does_not_open_it(self, city: City, with_token: Holder) -> None:
        assert with_token("evaluator", "case:read").get(SCORECARD).status_code == 403

    def test_an_officer_does_not_read_scorecards(self, city: City, as_user: SignIn) -> None:
        assert as_user("officer").get(SCORECARD).status_code == 403

    def test_nothing_is_written_here(self, city: City, reader: Client) -> None:
        for method in (reader.post, reader.put, reader.patch, reader.delete):
            assert method(f"{API}indicators/A8-5/").status_code == 405


def test_rows_of_evidence_mask_citizens(world: World, reader: Client) -> None:
    with world.act():
        person = world.party("SD11")
        person.kind, person.name = "citizen", "壬某某甲"
        person.save()
        case = world.decided("SD11", person, world.matters[0], "penalty", TODAY)
    rows = reader.get(f"{API}indicators/A9-4/evidence/?period=2026&page_size=200").json()["results"]
    found = next(row for row in rows if row["id"] == str(case.pk))
    assert found["counterpart"] == "壬***"


def test_the_schema_tells_these_resources(city: City) -> None:
    paths = SchemaGenerator().get_schema(request=None, public=True)["paths"]
    assert {
        "/api/v1/evaluation/indicators/", "/api/v1/evaluation/indicators/{id}/evidence/",
        "/api/v1/evaluation/periods/{id}/", "/api/v1/evaluation/scorecards/",
    } <= set(paths)  # fmt: skip
