"""The rules of coercion, one by one, without a database (Coercion Law, Art. 5-52)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enforcement.rules import coercion_acting as acting
from enforcement.rules import coercion_execution as executing
from enforcement.rules import coercion_need as needing
from enforcement.rules import coercion_terms as terms
from enforcement.rules.coercion_facts import ItemFacts
from enforcement.vocabulary.coercion import CoercionKind, SiteStep
from foundation.articles import Article
from foundation.calendar import WorkCalendar
from foundation.obstacles import Severity
from tests.city import NOON
from tests.enforcement.case_facts import FIRST, codes
from tests.enforcement.coercion_facts import EXECUTION, MEASURE, execution, measure, need, site

DAY = timedelta(days=1)
CALENDAR = WorkCalendar(frozenset({date(2027, 1, 1)}), frozenset(), frozenset({2026, 2027}))
DAYS = st.dates(date(2026, 1, 1), date(2027, 6, 30))


def test_a_sound_measure_meets_no_obstacle() -> None:
    rules = (
        needing.obstacles_to_need, acting.obstacles_to_approving, acting.obstacles_on_the_spot,
        acting.obstacles_to_inventory, acting.obstacles_to_urgency, executing.obstacles_to_executing,
    )  # fmt: skip
    for rule in rules:
        assert codes(rule(MEASURE)) == []


def test_a_sound_execution_meets_no_obstacle() -> None:
    for kind in (
        CoercionKind.DEMOLITION,
        CoercionKind.SUBSTITUTE,
        CoercionKind.SURCHARGE,
        CoercionKind.REMOVAL,
    ):
        assert codes(executing.obstacles_to_executing(execution(kind))) == []
        assert codes(needing.obstacles_to_need(replace(EXECUTION, kind=kind))) == []


@pytest.mark.rule("COE-1")
class TestNoCoercionWithoutItsNecessity:
    @pytest.mark.parametrize(
        ("gap", "field"),
        [
            ({"means_tried": " "}, "means_tried"),
            ({"alternative": ""}, "alternative"),
            ({"why_not_enough": ""}, "why_not_enough"),
            ({"legal_basis": ""}, "legal_basis"),
            ({"term_days": None}, "term_days"),
        ],
    )
    def test_each_gap_is_named_beside_its_field(self, gap: dict[str, object], field: str) -> None:
        found = list(needing.obstacles_to_need(need(**gap)))
        assert [(o.code, o.field, o.severity, o.article) for o in found] == [
            ("COE-1", field, Severity.REQUIRE, Article(10, "2"))
        ]

    def test_why_milder_means_are_useless_stands_for_having_tried_them(self) -> None:
        assert codes(needing.obstacles_to_untried(need(means_tried="", why_useless="正在销毁"))) == []

    def test_things_may_be_named_in_the_inventory_instead_of_in_words(self) -> None:
        assert codes(needing.obstacles_to_unlimited(need(scope=""))) == []
        assert codes(needing.obstacles_to_unlimited(replace(need(scope=""), items=()))) == ["COE-1"]


@pytest.mark.rule("COE-2")
class TestAHeadApprovesWhoDoesNotHandleIt:
    @pytest.mark.parametrize("actor", [1, 2])
    def test_handlers_do_not(self, actor: int) -> None:
        assert codes(acting.obstacles_to_approving(measure(actor_id=actor))) == ["COE-2"]

    def test_who_proposed_does_not(self) -> None:
        assert codes(acting.obstacles_to_approving(measure(actor_id=7, proposed_by_id=7))) == ["COE-2"]

    def test_nothing_is_applied_before(self) -> None:
        assert codes(acting.obstacles_to_unapproved(measure(approved_at=None))) == ["COE-2"]
        early = measure(applied_at=NOON - timedelta(hours=4))
        assert codes(acting.obstacles_to_impossible_moment(early)) == ["COE-2"]

    def test_urgency_leaves_a_day_and_not_a_minute_more(self) -> None:
        running = measure(approved_at=None, applied_at=NOON - timedelta(hours=24) + timedelta(seconds=1))
        over = measure(approved_at=None, applied_at=NOON - timedelta(hours=24))
        assert codes(terms.obstacles_to_lapsing(running)) == ["COE-5"]
        assert codes(terms.obstacles_to_lapsing(over)) == []

    def test_executions_are_never_urgent(self) -> None:
        assert codes(acting.obstacles_to_urgency(EXECUTION)) == ["COE-2"]


@pytest.mark.rule("COE-3")
class TestTheTenSteps:
    @pytest.mark.parametrize("step", SiteStep.values)
    def test_each_is_asked_for(self, step: str) -> None:
        found = list(acting.obstacles_on_the_spot(site(steps=frozenset(SiteStep.values) - {step})))
        assert codes(found) == ["COE-3"]
        assert str(SiteStep(step).label) in str(found[0].message)

    def test_two_certified_officers_act(self) -> None:
        assert codes(acting.obstacles_on_the_spot(site(handlers=(FIRST,)))) == ["SUB-2"]
        other = replace(FIRST, is_certified=False)
        assert codes(acting.obstacles_on_the_spot(site(handlers=(FIRST, other)))) == ["SUB-3"]

    def test_an_absent_party_is_replaced_by_a_witness(self) -> None:
        absent = frozenset(SiteStep.values) - {SiteStep.REASONS_TOLD, SiteStep.PARTY_HEARD}
        assert codes(acting.obstacles_on_the_spot(site(steps=absent, party_attended=False))) == ["COE-3"]
        seen = site(steps=absent, party_attended=False, witness="社区工作人员")
        assert codes(acting.obstacles_on_the_spot(seen)) == []

    def test_freezing_has_no_list_of_things(self) -> None:
        steps = frozenset(SiteStep.values) - {SiteStep.LIST_HANDED}
        assert codes(acting.obstacles_on_the_spot(replace(site(steps=steps), kind=CoercionKind.FREEZE))) == []


@pytest.mark.rule("COE-4")
class TestWhatMustNotBeTaken:
    @pytest.mark.parametrize(
        "wrong",
        [
            ItemFacts("米", is_necessity=True),
            ItemFacts("车", is_related=False),
            ItemFacts("机", held_by_other="税务"),
        ],
    )
    def test_is_blocked(self, wrong: ItemFacts) -> None:
        found = list(needing.obstacles_to_objects(measure(items=(wrong,))))
        assert [(o.code, o.severity) for o in found] == [("COE-4", Severity.BLOCK)]

    def test_what_went_back_asks_nothing(self) -> None:
        back = ItemFacts("米", is_necessity=True, is_kept=False)
        assert codes(needing.obstacles_to_objects(measure(items=(back,)))) == []


@pytest.mark.rule("COE-5")
class TestThirtyDaysAndThirtyMore:
    def test_the_first_day_is_not_counted_and_a_holiday_adds_none(self) -> None:
        assert terms.term_ends_on(date(2026, 12, 2), days=30) == date(2027, 1, 1)

    @given(
        start=DAYS,
        days=st.integers(1, 60),
        tested=st.lists(st.tuples(st.integers(-5, 70), st.integers(0, 20)), max_size=3),
    )
    def test_testing_is_left_out_once(self, start: date, days: int, tested: list[tuple[int, int]]) -> None:
        spans = [(start + DAY * first, start + DAY * (first + more)) for first, more in tested]
        ends = terms.term_ends_on(start, days=days, testing=spans)
        after = [start + DAY * n for n in range(1, (ends - start).days + 1)]
        counted = [day for day in after if not any(first <= day <= last for first, last in spans)]
        assert len(counted) == days
        assert counted[-1] == ends

    def test_more_than_thirty_is_refused(self) -> None:
        assert codes(needing.obstacles_to_unlimited(need(term_days=31))) == ["COE-5"]

    def test_is_extended_once_with_reasons_while_it_runs(self) -> None:
        good = measure(extension_days=30, extension_reason="案情复杂", expires_on=MEASURE.today)
        assert codes(terms.obstacles_to_extending(good)) == []
        for wrong in (
            {"is_extended": True}, {"extension_days": 31}, {"extension_reason": " "},
            {"expires_on": MEASURE.today - DAY},
        ):  # fmt: skip
            assert codes(terms.obstacles_to_extending(replace(good, **wrong))) == ["COE-5"]

    def test_lapses_the_day_after_and_not_before(self) -> None:
        assert codes(terms.obstacles_to_lapsing(measure(expires_on=MEASURE.today))) == ["COE-5"]
        assert codes(terms.obstacles_to_lapsing(measure(expires_on=MEASURE.today - DAY))) == []

    def test_is_told_five_days_ahead(self) -> None:
        assert terms.alert_on(date(2026, 12, 5)) == date(2026, 11, 30)

    def test_does_not_end_while_things_are_kept(self) -> None:
        assert codes(acting.obstacles_to_things_kept(MEASURE)) == ["COE-5"]


@pytest.mark.rule("COE-6")
class TestFreezing:
    def test_rests_on_a_law_itself(self) -> None:
        low = need(kind=CoercionKind.FREEZE, basis_level="regulation", amount=Decimal(1))
        assert codes(needing.obstacles_to_need(low)) == ["COE-6"]

    def test_names_an_amount_no_larger_than_what_is_involved(self) -> None:
        frozen = {"kind": CoercionKind.FREEZE, "amount_involved": Decimal(1000)}
        assert codes(needing.obstacles_to_need(need(**frozen))) == ["COE-6"]
        assert codes(needing.obstacles_to_need(need(**frozen, amount=Decimal(1001)))) == ["COE-6"]
        assert codes(needing.obstacles_to_need(need(**frozen, amount=Decimal(1000)))) == []

    def test_is_followed_by_its_document_in_three_working_days(self) -> None:
        assert terms.document_due_on(date(2026, 11, 20), CALENDAR) == date(2026, 11, 25)


@pytest.mark.rule("COE-8")
def test_water_power_heat_and_gas_of_homes_are_never_cut() -> None:
    cut = replace(EXECUTION.necessity, cuts_utilities=True, is_dwelling=True)
    found = list(needing.obstacles_to_pressure(replace(EXECUTION, necessity=cut)))
    assert [(o.code, o.severity) for o in found] == [("COE-8", Severity.BLOCK)]
    shop = replace(cut, is_dwelling=False)
    assert codes(needing.obstacles_to_pressure(replace(EXECUTION, necessity=shop))) == []


@pytest.mark.rule("COE-9")
class TestADemandComesFirst:
    def test_in_writing(self) -> None:
        assert codes(executing.obstacles_to_undemanded(execution(demand_served_on=None))) == ["COE-9"]

    def test_and_its_time_is_over(self) -> None:
        assert codes(executing.obstacles_to_undemanded(execution(demand_until=EXECUTION.today))) == ["COE-9"]
        past = execution(demand_until=EXECUTION.today - DAY)
        assert codes(executing.obstacles_to_undemanded(past)) == []

    def test_and_what_the_party_said_is_answered(self) -> None:
        assert codes(executing.obstacles_to_undemanded(execution(defence="已拆"))) == ["COE-9"]
        assert (
            codes(executing.obstacles_to_undemanded(execution(defence="已拆", defence_answer="未拆"))) == []
        )

    def test_unless_assets_are_being_hidden(self) -> None:
        hiding = execution(demand_served_on=None, hides_assets="账户转出")
        assert codes(executing.obstacles_to_undemanded(hiding)) == []

    def test_ten_working_days_or_more(self) -> None:
        day = date(2026, 12, 21)
        assert terms.demand_ends_on(day, CALENDAR, kind=CoercionKind.REMOVAL) == date(2027, 1, 5)
        assert terms.demand_ends_on(day, CALENDAR, kind=CoercionKind.REMOVAL, days=2) == date(2027, 1, 5)
        assert terms.demand_ends_on(day, CALENDAR, kind=CoercionKind.SUBSTITUTE) == date(2026, 12, 24)
        assert terms.demand_ends_on(day, CALENDAR, kind=CoercionKind.REMOVAL, days=30) == date(2027, 1, 20)


@pytest.mark.rule("COE-10")
class TestABuildingStandsUntilTheRemediesAreOver:
    @pytest.mark.parametrize(
        "wrong",
        [
            {"announced_on": None},
            {"remedies_until": None},
            {"remedies_until": EXECUTION.today},
            {"remedy_pending": True},
        ],
    )
    def test_each_is_asked_for(self, wrong: dict[str, object]) -> None:
        assert codes(executing.obstacles_to_demolishing(execution(**wrong))) == ["COE-10"]

    def test_other_executions_do_not_wait(self) -> None:
        assert (
            codes(executing.obstacles_to_demolishing(execution(CoercionKind.REMOVAL, announced_on=None)))
            == []
        )


@pytest.mark.rule("COE-11")
class TestSubstitutePerformance:
    def test_is_supervised_and_has_an_estimate(self) -> None:
        for wrong in ({"supervisor": ""}, {"budget": None}):
            found = execution(CoercionKind.SUBSTITUTE, **wrong)
            assert codes(executing.obstacles_to_substituting(found)) == ["COE-11"]

    def test_that_costs_more_warns(self) -> None:
        found = list(executing.obstacles_to_costs(execution(CoercionKind.SUBSTITUTE, cost=Decimal(101))))
        assert [(o.code, o.severity) for o in found] == [("COE-11", Severity.WARN)]
        assert (
            codes(executing.obstacles_to_costs(execution(CoercionKind.SUBSTITUTE, cost=Decimal(100)))) == []
        )

    def test_clears_roads_at_once(self) -> None:
        road = execution(
            CoercionKind.SUBSTITUTE, demand_served_on=None, budget=None, clears_at_once="道路遗撒"
        )
        assert codes(executing.obstacles_to_executing(road)) == []


@pytest.mark.rule("COE-12")
def test_an_agreement_is_possible_where_a_decision_can_be_performed_in_parts() -> None:
    assert executing.agreement_is_possible(execution(CoercionKind.SURCHARGE))
    assert not executing.agreement_is_possible(execution(CoercionKind.TRANSFER))
    assert not executing.agreement_is_possible(MEASURE)
    assert codes(executing.obstacles_to_agreeing(MEASURE)) == ["COE-12"]


@pytest.mark.rule("COE-13")
class TestThreeYearsOfSuspension:
    def test_end_the_execution_without_ability_and_harm(self) -> None:
        poor = {
            "suspension_ground": "no_ability",
            "no_evident_harm": True,
            "suspended_on": date(2023, 11, 20),
        }
        assert codes(terms.obstacles_to_ending(execution(**poor))) == []
        for wrong in (
            {"no_evident_harm": False},
            {"suspension_ground": "third_party"},
            {"suspended_on": date(2023, 11, 21)},
        ):
            assert codes(terms.obstacles_to_ending(execution(**{**poor, **wrong}))) == ["COE-13"]

    def test_are_counted_over_a_leap_day(self) -> None:
        assert terms.execution_ends_on(date(2024, 2, 29)) == date(2027, 3, 1)


@pytest.mark.rule("EXE-2")
def test_a_surcharge_stops_at_what_is_owed() -> None:
    owed = execution(CoercionKind.SURCHARGE, surcharge_base=Decimal(500))
    more = replace(owed, necessity=replace(owed.necessity, amount=Decimal(501)))
    assert codes(executing.obstacles_to_surcharge(more)) == ["EXE-2"]
    assert (
        codes(
            executing.obstacles_to_surcharge(
                replace(more, necessity=replace(more.necessity, amount=Decimal(500)))
            )
        )
        == []
    )
