"""The doors of published results: pages and API for officers, and for everybody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from enforcement.models import Case, Publication, Recusal
from enforcement.services import cases, publicity
from enforcement.vocabulary import RecusalBody
from foundation.actors import COMMAND
from foundation.articles import Article
from foundation.record import audited
from tests.city import NOON, City
from tests.enforcement import coercion_course, inspection_course
from tests.enforcement.case_course import decided
from tests.enforcement.public_course import publication_of, published, text_of
from tests.enforcement.test_case_constraints import refused_by

SignIn = Callable[[str], Client]
LATER = NOON + timedelta(days=5)
MOST_QUERIES = 12
SENT = {"content_type": "application/json"}


def both(city: City) -> list[Publication]:
    rows = (publication_of(coercion_course.applied(city)), publication_of(inspection_course.concluded(city)))
    return [published(city, row=row, at=LATER) for row in rows]


def _post(client: Client, url: str, act: str, body: dict[str, Any]) -> Any:
    etag = client.get(url).headers["ETag"]
    return client.post(f"{url}transitions/{act}/", body, headers={"if-match": etag}, **SENT)


class TestWhatEverybodyReads:
    def test_is_found_by_kind_organ_year_and_number(self, city: City) -> None:
        measure, visit = both(city)
        asked = {
            "kind=coercion": [measure], "kind=inspection": [visit], "year=2025": [],
            f"organ={visit.organ_id}": [measure, visit], f"search={visit.thing.number}": [visit],
        }  # fmt: skip
        for query, rows in asked.items():
            found = Client().get(f"/api/v1/public/results/?{query}").json()["results"]
            assert {r["id"] for r in found} == {str(row.pk) for row in rows}, query

    def test_does_not_mix_with_penalties(self, city: City) -> None:
        rows, penalty = both(city), published(city)
        shown = Client().get("/api/v1/public/penalties/").json()["results"]
        assert [r["id"] for r in shown] == [str(penalty.pk)]
        assert len(Client().get("/api/v1/public/results/").json()["results"]) == len(rows)
        for row in rows:
            assert Client().get(reverse("enforcement:public_penalty", args=[row.pk])).status_code == 404
        assert Client().get(reverse("enforcement:public_result", args=[penalty.pk])).status_code == 404

    def test_says_nothing_of_what_happens_inside(self, city: City) -> None:
        measure, _visit = both(city)
        url = f"/api/v1/public/results/{measure.pk}/"
        before = Client().get(url).json()
        with audited("case:edit", by=COMMAND, at=LATER, under=Article(6)):
            case = Case.objects.get(pk=measure.measure.case_id)
            case.title, case.facts_found = "内部标题", "内部事实"
            case.save()
        text = {**text_of(measure), "violation": "尚未批准的更正"}
        publicity.correct_text(
            measure.pk, by=city.actor("officer"), at=LATER, correction_reason="内部", **text
        )
        assert Client().get(url).json() == before

    def test_costs_a_handful_of_queries(self, city: City) -> None:
        row, _other = both(city)
        for path in (
            reverse("enforcement:public_results"), reverse("enforcement:public_result", args=[row.pk]),
            reverse("enforcement:public_result_withdrawals"), "/api/v1/public/results/",
        ):  # fmt: skip
            with CaptureQueriesContext(connection) as caught:
                assert Client().get(path).status_code == 200
            assert len(caught) <= MOST_QUERIES, path


class TestTheQueue:
    def test_holds_all_three_kinds(self, city: City, as_user: SignIn) -> None:
        decided(city)
        both(city)
        client = as_user("head")
        for kind in ("penalty", "coercion", "inspection"):
            (row,) = client.get(reverse("enforcement:publicity_list") + f"?kind={kind}").context["page"][
                "rows"
            ]
            assert Publication.objects.get(pk=row["id"]).kind == kind

    def test_pages_cost_a_handful_of_queries(self, city: City, as_user: SignIn) -> None:
        client = as_user("head")
        for row in both(city):
            for path in (row.get_absolute_url(), row.thing.subject.get_absolute_url(), "/publicity/"):
                client.get(path)
                with CaptureQueriesContext(connection) as caught:
                    assert client.get(path).status_code == 200
                assert len(caught) <= MOST_QUERIES, path

    def test_offers_to_record_an_undoing_where_it_is_the_way(self, city: City, as_user: SignIn) -> None:
        row, _visit = both(city)
        client, act = as_user("officer"), "note_undoing"
        assert client.get(reverse("enforcement:publicity_act", args=[row.pk, act])).status_code == 200
        penalty = published(city)
        assert client.get(reverse("enforcement:publicity_act", args=[penalty.pk, act])).status_code == 404

    def test_is_hidden_from_who_is_recused_from_the_case(self, city: City, as_user: SignIn) -> None:
        measure = coercion_course.applied(city)
        case, row = measure.case_id, publication_of(measure)
        assert as_user("officer2").get(row.get_absolute_url()).status_code == 200
        cases.apply_recusal(
            case, by=city.actor("officer"), at=NOON, officer=city.people["officer2"], applicant="party",
            ground="interest", reason="与当事人系亲属。",
        )  # fmt: skip
        granted = {"recusal": Recusal.objects.get(case=case), "is_granted": True, "body": RecusalBody.HEAD}
        cases.decide_recusal(case, by=city.actor("head"), at=NOON, answer="情况属实。", **granted)
        assert as_user("officer2").get(row.get_absolute_url()).status_code == 404


class TestTheApi:
    def test_leads_a_result_from_draft_to_withdrawal(
        self, city: City, with_token: Callable[..., Client]
    ) -> None:
        row = publication_of(inspection_course.concluded(city))
        officer, head, url = with_token("officer"), with_token("head"), f"/api/v1/publications/{row.pk}/"
        assert officer.get(url).json()["kind"] == "inspection"
        assert _post(officer, url, "draft", text_of(row)).status_code == 200
        assert _post(head, url, "approve", {}).json()["state"] == "approved"
        assert _post(officer, url, "publish", {}).json()["state"] == "published"
        undone = {"undone_as": "void", "undone_on": row.decided_on.isoformat(), "undone_ruling": "复决字5号"}
        assert _post(officer, url, "note_undoing", undone).json()["undone_as"] == "void"
        assert (
            _post(head, url, "withdraw", {"withdrawal_reason": "确认无效。"}).json()["state"] == "withdrawn"
        )


class TestARow:
    def test_is_about_one_thing_alone(self, city: City) -> None:
        refused_by(
            "publicity_of_one_thing", publication_of(inspection_course.concluded(city)), kind="coercion"
        )

    def test_that_was_undone_was_undone_on_some_day(self, city: City) -> None:
        row = publication_of(inspection_course.concluded(city))
        refused_by("publicity_undoing_has_day", row, undone_as="void")
