"""Weights and moves as people and machines meet them: pages, preview, API, administration."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.models import Counterpart
from foundation.actors import COMMAND, SCHEDULER
from foundation.articles import Article
from foundation.record import audited
from riskcontrol.models import CounterpartRisk, RiskMove, WeightSet
from riskcontrol.reports import preview
from riskcontrol.reports.preview import preview_of
from riskcontrol.rules.scoring import DELIVERED
from riskcontrol.services.reviewing import review_all
from riskcontrol.services.weights import draft_weights
from tests.city import NOON, City
from tests.riskcontrol.rows import TODAY, counterparts, decided_case
from tests.riskcontrol.weighing import TOMORROW, typed

WEIGHTS, MOVES = "/api/v1/risk-weights/", "/api/v1/risk-moves/"


@pytest.fixture
def shops(city: City) -> list[Counterpart]:
    some = counterparts(city, 5) + counterparts(city, 3, organ="SD21")
    for shop in (*some[:2], some[5]):
        decided_case(city, shop)
    decided_case(city, some[3], correct_by=TODAY.replace(day=1))
    review_all(by=SCHEDULER, at=NOON)
    return some


@pytest.fixture
def draft(city: City, shops: list[Counterpart]) -> WeightSet:
    return draft_weights(by=city.actor("head"), at=NOON, **typed(violation_penalty_6=20, uncorrected=2))


def signed_in(city: City, username: str) -> Client:
    client = Client()
    client.force_login(city.people[username])
    return client


def send(client: Client, method: str, url: str, data: Any, **headers: str) -> Any:
    return getattr(client, method)(url, data, content_type="application/json", headers=headers or None)


class TestThePreview:
    def test_counts_whom_a_change_would_move_and_stores_nothing(
        self, city: City, shops: list[Counterpart], draft: WeightSet
    ) -> None:
        stored = list(
            CounterpartRisk.objects.order_by("pk").values_list("pk", "score", "level", "model_version")
        )
        found = preview_of(draft.formula, against=DELIVERED, actor=city.actor("city_market_head"))
        assert (found.counted, found.before, found.after) == (
            8,
            {"medium": 1, "low": 7},
            {"medium": 4, "low": 4},
        )
        assert (found.rising, found.falling) == (3, 0)
        assert {moved.counterpart.pk for moved in found.first} == {shops[0].pk, shops[1].pk, shops[5].pk}
        assert {(moved.score, moved.new_score) for moved in found.first} == {(16, 20)}
        assert stored == list(
            CounterpartRisk.objects.order_by("pk").values_list("pk", "score", "level", "model_version")
        )

    def test_counts_only_whom_the_reader_may_meet(self, city: City, draft: WeightSet) -> None:
        found = preview_of(draft.formula, against=DELIVERED, actor=city.actor("head"))
        assert (found.counted, found.rising) == (5, 2)

    def test_of_more_than_a_reader_can_wait_for_is_a_sample_that_says_its_size(
        self, city: City, draft: WeightSet, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(preview, "MOST_COUNTED", 3)
        found = preview_of(draft.formula, against=DELIVERED, actor=city.actor("city_market_head"))
        assert found.total == 8
        assert 2 <= found.counted <= 3
        page = signed_in(city, "city_market_head").get(
            reverse("riskcontrol:weights_preview", args=[draft.pk])
        )
        assert page.context["page"]["is_sample"]

    def test_takes_three_questions_whatever_their_number(self, city: City, draft: WeightSet) -> None:
        actor = city.actor("city_market_head")
        with CaptureQueriesContext(connection) as queries:
            preview_of(draft.formula, against=DELIVERED, actor=actor)
        assert len(queries) == 3

    def test_names_no_person_to_who_may_not_read_names(
        self, city: City, shops: list[Counterpart], draft: WeightSet
    ) -> None:
        with audited("test:rows", by=COMMAND, at=NOON, under=Article(9)):
            shops[0].kind, shops[0].name = "citizen", "甲某某"
            shops[0].save()
        url = reverse("riskcontrol:weights_preview", args=[draft.pk])
        assert "甲某某" not in signed_in(city, "evaluator").get(url).content.decode()
        assert "甲某某" in signed_in(city, "head").get(url).content.decode()


class TestPages:
    def test_open_in_few_queries(self, city: City, shops: list[Counterpart], draft: WeightSet) -> None:
        client = signed_in(city, "head")
        for name, args in (
            ("weights_list", []), ("weights_detail", [draft.pk]), ("weights_preview", [draft.pk]),
            ("weights_draft", []), ("moves", []), ("counterpart_detail", [shops[3].pk]),
        ):  # fmt: skip
            url = reverse(f"riskcontrol:{name}", args=args)
            client.get(url)
            with CaptureQueriesContext(connection) as queries:
                page = client.get(url)
            assert page.status_code == 200
            assert len(queries) <= 12, (name, [q["sql"][:90] for q in queries])

    def test_a_proposal_begins_with_the_weights_of_today(self, city: City, shops: list[Counterpart]) -> None:
        form = signed_in(city, "head").get(reverse("riskcontrol:weights_draft")).context["form"]
        assert form.initial["violation_penalty_6"] == 16
        assert form.initial["from_high"] == 50

    def test_a_wrong_weight_is_told_beside_its_field(self, city: City, shops: list[Counterpart]) -> None:
        sent = {**typed(licence_near=9), "begins_on": TOMORROW.isoformat()}
        answer = signed_in(city, "head").post(reverse("riskcontrol:weights_draft"), sent)
        assert answer.status_code == 409
        assert [o.field for o in answer.context["obstacles"]] == ["licence_near"]

    def test_show_the_change_of_each_weight(self, city: City, draft: WeightSet) -> None:
        page = signed_in(city, "officer").get(reverse("riskcontrol:weights_detail", args=[draft.pk]))
        changed = {line["change"] for line in page.context["burdens"] if line["change"]}
        assert changed == {4, -13}
        assert page.context["offers"] == [] or not any(o["allowed"] for o in page.context["offers"])

    def test_a_counterpart_s_page_tells_moves_chart_and_version(
        self, city: City, shops: list[Counterpart]
    ) -> None:
        url = reverse("riskcontrol:counterpart_detail", args=[shops[3].pk])
        page = signed_in(city, "officer").get(url, headers={"accept-language": "en"})
        (move,) = page.context["moves"]
        assert (move["before"], move["score"]) == (_("not assessed"), 31)
        chart = page.context["chart"]
        assert chart["option"]["series"][0]["data"][-1][1] == 31
        assert chart["table"]["rows"][0][1:] == [31, "medium", 1]
        assert "Weights, version 1" in page.content.decode()


class TestTheApi:
    def test_proposes_previews_edits_and_approves(self, city: City, shops: list[Counterpart]) -> None:
        client, body = signed_in(city, "head"), {**typed(violation_penalty_6=20), "begins_on": "2099-01-01"}
        made = send(client, "post", WEIGHTS, body)
        assert made.status_code == 201, made.content
        one = made.json()
        assert (one["number"], one["state"], one["weights"]["violation:penalty:6"]) == (2, "draft", 20)
        shown = client.get(f"{one['url']}preview/").json()
        assert (shown["counted"], shown["rising"], shown["levels"][0]["level"]) == (5, 2, "high")
        kept = send(client, "patch", one["url"], {"uncorrected": 16}, **{"If-Match": "*"}).json()
        assert (kept["weights"]["uncorrected"], kept["weights"]["violation:penalty:6"]) == (16, 20)
        refused = send(client, "post", f"{one['url']}transitions/approve/", {}, **{"If-Match": "*"})
        assert {o["code"] for o in refused.json()["obstacles"]} == {"RSK-46", "RSK-47"}
        city_head = signed_in(city, "city_market_head")
        done = send(city_head, "post", f"{one['url']}transitions/approve/", {}, **{"If-Match": "*"})
        assert done.json()["state"] == "approved", done.content

    def test_takes_no_weight_for_an_answer_to_guidance(self, city: City, shops: list[Counterpart]) -> None:
        body = {**typed(), "begins_on": "2099-01-01", "guidance_declined": 9}
        refused = send(signed_in(city, "head"), "post", WEIGHTS, body)
        assert refused.status_code == 400
        assert "guidance_declined" in refused.json()["errors"]

    def test_lists_moves_within_reach(self, city: City, shops: list[Counterpart]) -> None:
        rows = signed_in(city, "officer").get(MOVES).json()["results"]
        assert [(row["counterpart"]["id"], row["after"], row["reason"]) for row in rows] == [
            (str(shops[3].pk), "medium", "first")
        ]
        assert signed_in(city, "officer_north").get(MOVES).json()["results"] == []
        one = signed_in(city, "officer").get(f"/api/v1/counterpart-risks/{shops[3].pk}/").json()
        assert (len(one["moves"]), one["moves"][0]["model_version"]) == (RiskMove.objects.count(), 1)


class TestTheAdministration:
    def test_proposes_through_the_service(self, city: City, shops: list[Counterpart]) -> None:
        client = signed_in(city, "head")
        sent = {**typed(uncorrected=18), "begins_on": TOMORROW.isoformat()}
        done = client.post(reverse("admin:riskcontrol_weightset_add"), sent)
        assert done.status_code == 302, done.content.decode()[:3000]
        made = WeightSet.objects.get(number=2)
        assert (made.weights["uncorrected"], made.state) == (18, "draft")
        url = reverse("admin:riskcontrol_weightset_change", args=[made.pk])
        assert client.get(url).context["adminform"].form.initial["uncorrected"] == 18
        edited = {**sent, "uncorrected": 17, "expected_version": made.version}
        assert client.post(url, edited).status_code == 302
        made.refresh_from_db()
        assert made.weights["uncorrected"] == 17

    def test_what_counts_is_only_read_there(self, city: City, shops: list[Counterpart]) -> None:
        url = reverse("admin:riskcontrol_weightset_change", args=[WeightSet.objects.get().pk])
        client = signed_in(city, "head")
        assert client.get(url).status_code == 200
        assert client.post(url, {**typed(), "begins_on": "2099-01-01"}).status_code == 403
