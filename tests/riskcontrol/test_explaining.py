"""A counterpart that asks is told its score in full, on paper too, and what it was told is kept."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from enforcement.models import Counterpart, Document
from enforcement.services.documents import issue_document
from foundation.actors import SCHEDULER
from foundation.models import AuditEntry
from foundation.obstacles import Forbidden, Refused
from riskcontrol.models import RiskExplanation
from riskcontrol.services.explaining import explain_risk
from riskcontrol.services.reviewing import review_all
from tests.city import NOON, City
from tests.riskcontrol.rows import TODAY, counterparts, decided_case

URL = "/api/v1/risk-explanations/"


@pytest.fixture
def shop(city: City) -> Counterpart:
    (shop,) = counterparts(city, 1)
    decided_case(city, shop, correct_by=TODAY - timedelta(days=3))
    review_all(by=SCHEDULER, at=NOON)
    return shop


def explained(city: City, shop: Counterpart) -> RiskExplanation:
    asked = {"asked_on": TODAY, "asked_by": "phone"}
    return explain_risk(shop.pk, by=city.actor("officer"), at=NOON, **asked)


def signed_in(city: City, username: str) -> Client:
    client = Client()
    client.force_login(city.people[username])
    return client


class TestAnExplanation:
    def test_keeps_what_was_told_though_the_score_moves_on(self, city: City, shop: Counterpart) -> None:
        told = explained(city, shop)
        decided_case(city, shop)
        review_all(by=SCHEDULER, at=NOON, restart=True)
        told.refresh_from_db()
        assert (told.score, told.level, told.model_version) == (31, "medium", 1)
        assert AuditEntry.objects.filter(action="risk:explain", subjects__key=str(shop.pk)).exists()

    def test_is_given_by_who_deals_with_counterparts_within_reach(
        self, city: City, shop: Counterpart
    ) -> None:
        asked: dict[str, Any] = {"asked_on": TODAY, "asked_by": "phone"}
        with pytest.raises(Forbidden):
            explain_risk(shop.pk, by=city.actor("evaluator"), at=NOON, **asked)
        with pytest.raises(Counterpart.DoesNotExist):
            explain_risk(shop.pk, by=city.actor("officer_north"), at=NOON, **asked)

    def test_is_not_given_before_it_is_asked_for(self, city: City, shop: Counterpart) -> None:
        later = TODAY + timedelta(days=1)
        with pytest.raises(Refused) as refusal:
            explain_risk(shop.pk, by=city.actor("officer"), at=NOON, asked_on=later, asked_by="phone")
        assert [o.code for o in refusal.value.obstacles] == ["RSK-51"]

    def test_needs_a_score(self, city: City) -> None:
        (new,) = counterparts(city, 1)
        with pytest.raises(Refused) as refusal:
            explained(city, new)
        assert [o.code for o in refusal.value.obstacles] == ["RSK-50"]


class TestItsLetter:
    @pytest.mark.parametrize(
        ("language", "words"),
        [
            ("zh-hans", ("31", "1 × 15 = 15", "谢绝")),
            ("en", ("31 of 100", "1 × 15 = 15", "Version 1", "What would lower it", "that you decline it")),
        ],
    )
    def test_tells_every_input_and_what_never_counts(
        self, city: City, shop: Counterpart, language: str, words: tuple[str, ...]
    ) -> None:
        told, officer = explained(city, shop), city.actor("officer")
        document = issue_document(
            told.pk, noun="risk_explanation", by=officer, at=NOON, kind="risk", language=language
        )
        letter = document.letter
        rows = [" ".join(row) for block in letter.blocks for row in block.rows]
        text = "\n".join([*(block.text for block in letter.blocks), *rows])
        assert [word for word in words if word not in text] == []
        assert "docx" in {file.form for file in document.files.all()}
        assert letter.addressee.startswith(shop.name)

    def test_of_another_organ_is_not_issued(self, city: City, shop: Counterpart) -> None:
        told = explained(city, shop)
        with pytest.raises(RiskExplanation.DoesNotExist):
            issue_document(
                told.pk, noun="risk_explanation", by=city.actor("officer_north"), at=NOON, kind="risk"
            )


class TestPages:
    def test_lead_from_the_request_to_the_letter(self, city: City, shop: Counterpart) -> None:
        client = signed_in(city, "officer")
        page = client.get(reverse("riskcontrol:counterpart_detail", args=[shop.pk]))
        (offer,) = page.context["offers"]
        day = timezone.localdate().isoformat()
        done = client.post(
            offer["url"], {"asked_on": day, "asked_by": "person", "expected_version": shop.version}
        )
        told = RiskExplanation.objects.get()
        assert (done.status_code, done["Location"]) == (302, told.get_absolute_url())
        act = reverse("riskcontrol:explanation_act", args=[told.pk, "issue_document"])
        sent = {"kind": "risk", "language": "en", "expected_version": told.version}
        assert client.post(act, sent).status_code == 302
        assert Document.objects.get().subject == f"risk_explanation:{told.pk}"
        for url in (told.get_absolute_url(), reverse("riskcontrol:explanations")):
            with CaptureQueriesContext(connection) as queries:
                assert client.get(url).status_code == 200
            assert len(queries) <= 12
        assert signed_in(city, "officer_north").get(told.get_absolute_url()).status_code == 404

    def test_machines_do_the_same(self, city: City, shop: Counterpart) -> None:
        client = signed_in(city, "officer")
        body = {
            "counterpart": str(shop.pk),
            "asked_on": timezone.localdate().isoformat(),
            "asked_by": "writing",
        }
        made = client.post(URL, body, content_type="application/json")
        assert made.status_code == 201, made.content
        one = made.json()
        assert (one["score"], one["inputs"][0]["points"]) == (31, 16)
        letter = f"{one['url']}transitions/issue_document/"
        sent = {"kind": "risk", "language": "en"}
        done = client.post(letter, sent, content_type="application/json", headers={"If-Match": "*"})
        assert done.status_code == 200, done.content
        foreign = {**body, "counterpart": str(counterparts(city, 1, organ="SD21")[0].pk)}
        assert client.post(URL, foreign, content_type="application/json").status_code == 400
