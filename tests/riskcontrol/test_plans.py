"""Levels of risk propose measures; each is taken on, carried out, dropped with a reason, or overdue (Art. 9)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from enforcement.models import Counterpart
from enforcement.services.inspections.caps import enter_cap
from foundation.actors import COMMAND, SCHEDULER
from foundation.obstacles import Forbidden, Refused
from guidance.vocabulary import Way
from riskcontrol.models import RiskPlan
from riskcontrol.rules.plans import due_day, proposed_measures
from riskcontrol.services.planning import propose_plans
from riskcontrol.services.plans import drop_plan, finish_plan, take_on
from tests.city import NOON, City
from tests.enforcement import inspection_course
from tests.guidance.drafts import issued
from tests.riskcontrol.plan_course import at_level, proposed_for
from tests.riskcontrol.rows import TODAY, counterparts

pytestmark = pytest.mark.article("9")


@pytest.fixture
def shop(city: City) -> Counterpart:
    return counterparts(city, 1)[0]


class TestWhatIsProposed:
    """The mildest measures that may help; a visit only inside the published cap (no database)."""

    @pytest.mark.parametrize(
        ("level", "was_exhorted", "visits_left", "measures"),
        [
            ("low", False, True, []),
            ("medium", False, True, ["tip", "counsel"]),
            ("high", False, True, ["exhort", "visit"]),
            ("high", True, True, ["interview", "visit"]),
            ("high", False, False, ["exhort"]),
        ],
    )
    def test_follows_the_level(
        self, level: str, was_exhorted: bool, visits_left: bool, measures: list[str]
    ) -> None:
        found = proposed_measures(level, was_exhorted=was_exhorted, visits_left=visits_left)
        assert [measure.value for measure in found] == measures

    def test_is_due_by_the_cycle_of_its_level(self) -> None:
        assert due_day("high", date(2026, 1, 31)) == date(2026, 2, 28)
        assert due_day("medium", date(2026, 1, 31)) == date(2026, 7, 31)


@pytest.mark.django_db
class TestTheClock:
    def test_proposes_once_for_the_organ_of_the_counterpart(self, city: City, shop: Counterpart) -> None:
        plans = proposed_for(shop, "high")
        assert [(p.measure, p.state, p.organ, p.due_on) for p in plans] == [
            ("exhort", "proposed", city.places.organs["SD11"], date(2026, 12, 20)),
            ("visit", "proposed", city.places.organs["SD11"], date(2026, 12, 20)),
        ]
        assert propose_plans(by=SCHEDULER, at=NOON + timedelta(days=2)) == 0

    def test_proposes_no_visit_beyond_the_published_cap(self, city: City, shop: Counterpart) -> None:
        enter_cap(
            by=city.actor("orgadmin"), at=NOON, organ=city.places.organs["SD11"], year=2026, times=1,
            published_on=TODAY,
        )  # fmt: skip
        inspection_course.planned(city, counterpart=shop)
        assert [plan.measure for plan in proposed_for(shop, "high")] == ["exhort"]

    def test_drops_what_a_moved_level_made_idle_and_keeps_what_was_taken_on(
        self, city: City, shop: Counterpart
    ) -> None:
        tip, counsel = proposed_for(shop, "medium")
        take_on(counsel.pk, by=city.actor("officer"), at=NOON)
        at_level(shop, "low")
        propose_plans(by=SCHEDULER, at=NOON)
        tip.refresh_from_db()
        counsel.refresh_from_db()
        assert (tip.state, tip.drop_reason, counsel.state) == ("dropped", "level", "under_way")

    def test_proposes_again_when_the_time_is_over_and_the_level_stayed(
        self, city: City, shop: Counterpart
    ) -> None:
        for plan in proposed_for(shop, "high"):
            drop_plan(plan.pk, by=city.actor("head"), at=NOON, drop_reason="burden")
        assert propose_plans(by=SCHEDULER, at=NOON + timedelta(days=80)) == 0
        assert propose_plans(by=SCHEDULER, at=NOON + timedelta(days=95)) == 2

    def test_asks_no_more_for_many_than_for_few(self, city: City) -> None:
        numbers = []
        for industry, number in (("F", 2), ("H", 12)):
            for shop in counterparts(city, number, industry=industry):
                at_level(shop, "high")
            with CaptureQueriesContext(connection) as caught:
                assert propose_plans(by=SCHEDULER, at=NOON) == 2 * number
            numbers.append(len(caught))
        assert numbers[0] == numbers[1]


@pytest.mark.django_db
class TestAMeasure:
    def test_is_carried_out_by_guidance_of_its_way_that_came_after_it(
        self, city: City, shop: Counterpart
    ) -> None:
        tip, officer = proposed_for(shop)[0], city.actor("officer")
        given = issued(city, Way.TIP, counterpart=shop, at=NOON)
        done = finish_plan(tip.pk, by=officer, at=NOON, guidance=given)
        assert (done.state, done.guidance, done.officer_id) == ("done", given, officer.officer_id)

    def test_is_not_carried_out_by_nothing(self, city: City, shop: Counterpart) -> None:
        with pytest.raises(Refused) as refusal:
            finish_plan(proposed_for(shop)[0].pk, by=city.actor("officer"), at=NOON)
        assert [o.code for o in refusal.value.obstacles] == ["RSK-18"]

    @pytest.mark.parametrize("wrong", ["another way", "another counterpart", "before"])
    def test_is_not_carried_out_by_what_does_not_fit(self, city: City, shop: Counterpart, wrong: str) -> None:
        given = issued(
            city,
            Way.COUNSEL if wrong == "another way" else Way.TIP,
            counterpart=counterparts(city, 2)[1] if wrong == "another counterpart" else shop,
            at=NOON,
        )
        later = NOON + timedelta(days=2 if wrong == "before" else 0)
        tip = proposed_for(shop, at=later)[0]
        with pytest.raises(Refused) as refusal:
            finish_plan(tip.pk, by=city.actor("officer"), at=later, guidance=given)
        assert [o.code for o in refusal.value.obstacles] == ["RSK-19"]

    def test_is_carried_out_by_a_concluded_visit(self, city: City, shop: Counterpart) -> None:
        visit = proposed_for(shop, "high")[1]
        held = inspection_course.concluded(city, counterpart=shop)
        later = inspection_course.TOMORROW + timedelta(hours=3)
        assert finish_plan(visit.pk, by=city.actor("officer"), at=later, inspection=held).state == "done"

    def test_is_dropped_with_a_reason_that_says_something(self, city: City, shop: Counterpart) -> None:
        tip, officer = proposed_for(shop)[0], city.actor("officer")
        with pytest.raises(Refused) as refusal:
            drop_plan(tip.pk, by=officer, at=NOON, drop_reason="other")
        assert [o.code for o in refusal.value.obstacles] == ["RSK-20"]
        assert (
            drop_plan(tip.pk, by=officer, at=NOON, drop_reason="other", drop_text="停业").state == "dropped"
        )

    def test_is_overdue_when_nobody_took_it_in_its_days(self, city: City, shop: Counterpart) -> None:
        proposed_for(shop, "high")
        assert RiskPlan.objects.overdue(date(2026, 12, 20)).count() == 0
        assert RiskPlan.objects.overdue(date(2026, 12, 21)).count() == 2

    def test_belongs_to_the_organ_and_to_people(self, city: City, shop: Counterpart) -> None:
        tip = proposed_for(shop)[0]
        with pytest.raises(RiskPlan.DoesNotExist):
            take_on(tip.pk, by=city.actor("officer_north"), at=NOON)
        with pytest.raises(Forbidden):
            take_on(tip.pk, by=COMMAND, at=NOON)
