"""Article 9: prevention and control of the legal risks of counterparts."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from enforcement.models import Counterpart
from foundation.actors import SCHEDULER
from foundation.models import AuditEntry
from foundation.obstacles import Refused
from riskcontrol.models import CounterpartRisk, RiskPoint
from riskcontrol.rules.relief import reliefs
from riskcontrol.services.parts import add_cause, add_measure
from riskcontrol.services.points import draft_point
from riskcontrol.services.publishing import check_point, publish_point
from riskcontrol.services.reviewing import review_all
from riskcontrol.services.samples import load_risk_points
from tests.city import NOON, City, small_city
from tests.riskcontrol.rows import TODAY, counterparts, decided_case


@pytest.fixture
def city(db: None) -> City:
    return small_city()


def a_point(city: City) -> RiskPoint:
    return draft_point(
        by=city.actor("head"),
        at=NOON,
        code="FX-T-1",
        name_zh="示例",
        field=city.places.fields["market"],
        matter=city.matter,
        basis="示例法 1",
    )


def risk_of(counterpart: Counterpart) -> CounterpartRisk:
    return CounterpartRisk.objects.get(pk=counterpart.pk)


@pytest.mark.article("9")
class TestRiskPointsAreSortedOut:
    """Organs sort out the violations that counterparts run into, in all their fields, and assess them."""

    def test_in_a_list_that_covers_the_fields(self, city: City) -> None:
        load_risk_points(by=SCHEDULER, at=NOON)
        fields = set(RiskPoint.objects.values_list("field__code", flat=True))
        assert fields == set(city.places.fields)

    def test_and_each_gets_a_level_from_the_cases_of_its_matter(self, city: City) -> None:
        point = a_point(city)
        assert point.level == "low"
        shop = counterparts(city, 1)[0]
        for _number in range(3):
            decided_case(city, shop)
        review_all(by=SCHEDULER, at=NOON)
        point.refresh_from_db()
        assert point.level == "high"
        assert point.figures.in_quarter == 3


@pytest.mark.article("9")
class TestCausesAreAnalysed:
    """Causes are looked for with the counterpart and with the organ before anything is published."""

    def test_and_without_both_sides_nothing_is_published(self, city: City) -> None:
        head, point = city.actor("head"), a_point(city)
        for side in ("organ", "counterpart"):
            add_measure(point.pk, by=head, at=NOON, side=side, text_zh="措施", adds_no_duty=True)
        add_cause(point.pk, by=head, at=NOON, kind="subjective", text_zh="疏忽")
        reviewer = city.actor("reviewer")
        with pytest.raises(Refused) as refusal:
            check_point(point.pk, by=reviewer, at=NOON, opinion="合法")
        assert [o.code for o in refusal.value.obstacles] == ["RSK-4"]
        add_cause(point.pk, by=head, at=NOON, kind="organ", text_zh="宣传不足")
        check_point(point.pk, by=reviewer, at=NOON, opinion="合法")
        done = publish_point(point.pk, by=head, at=NOON, confirmed=point.measures.all())
        assert done.state == "published"


@pytest.mark.article("9")
class TestMeasuresAreGraded:
    """Warning and prevention are set at different levels, for both sides."""

    def test_and_every_sample_point_has_measures_at_its_own_level(self, city: City) -> None:
        load_risk_points(by=SCHEDULER, at=NOON)
        for point in RiskPoint.objects.filter(level_source="person"):
            for side in ("organ", "counterpart"):
                assert point.measures.filter(side=side, level=point.level).exists(), point.code

    def test_and_the_next_review_comes_sooner_where_the_risk_is_higher(self, city: City) -> None:
        load_risk_points(by=SCHEDULER, at=NOON)
        due = {p.level: p.review_due_on for p in RiskPoint.objects.all()}
        assert due["high"] < due["low"]


@pytest.mark.article("9")
class TestEarlyWarningComesFirst:
    """The risk of each counterpart is assessed every night, and a move between levels is seen."""

    def test_and_an_order_that_was_not_corrected_raises_it_the_day_after(self, city: City) -> None:
        (shop,) = counterparts(city, 1)
        decided_case(city, shop, outcome="no_penalty", correct_by=TODAY)
        review_all(by=SCHEDULER, at=NOON)
        assert (risk_of(shop).score, risk_of(shop).level) == (8, "low")
        review_all(by=SCHEDULER, at=NOON + timedelta(days=1))
        assert (risk_of(shop).score, risk_of(shop).level) == (23, "medium")
        assert AuditEntry.objects.filter(action="risk:level_changed", subjects__key=str(shop.pk)).exists()


@pytest.mark.article("9")
class TestCounterpartsAreGuidedToCheckAndCorrect:
    """Who prevents, checks and corrects is better off, and is told how."""

    def test_and_correcting_lowers_the_score(self, city: City) -> None:
        late, prompt = counterparts(city, 2)
        ordered = TODAY - timedelta(days=3)
        decided_case(city, late, correct_by=ordered)
        decided_case(city, prompt, correct_by=ordered, corrected_on=ordered)
        review_all(by=SCHEDULER, at=NOON)
        assert risk_of(prompt).score == risk_of(late).score - 15 - 3

    def test_and_the_page_names_what_would_lower_it(self, city: City) -> None:
        (shop,) = counterparts(city, 1)
        decided_case(city, shop, correct_by=TODAY - timedelta(days=3))
        review_all(by=SCHEDULER, at=NOON)
        client = Client()
        client.force_login(city.people["officer"])
        url = reverse("riskcontrol:counterpart_panel", args=[shop.pk])
        text = client.get(url, headers={"accept-language": "en"}).content.decode()
        for step in reliefs(code for code, *_rest in risk_of(shop).inputs):
            assert str(step.text) in text

    def test_and_everybody_may_read_what_is_often_done_wrong(self, city: City) -> None:
        load_risk_points(by=SCHEDULER, at=NOON)
        text = Client().get(reverse("riskcontrol:public_points")).content.decode()
        assert "FX-SJ-01" in text
