"""Weights of the score: a closed list of inputs, versions, two people, a day from which they count."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation.actors import SCHEDULER
from foundation.due import sweep
from foundation.obstacles import Forbidden, Refused
from riskcontrol.models import CounterpartRisk, WeightSet
from riskcontrol.reports.formulas import formula_numbered, formula_on
from riskcontrol.rules.formulas import Formula
from riskcontrol.rules.scoring import CREDITS, DELIVERED, WEIGHTS, assess, tally_of
from riskcontrol.rules.weights import (
    WeightFacts,
    obstacles_to_approving_weights,
    obstacles_to_weighing,
)
from riskcontrol.services.reviewing import review_all
from riskcontrol.services.weights import (
    approve_weights,
    discard_weights,
    draft_weights,
    edit_weights,
    take_back_weights,
)
from tests.city import NOON, City
from tests.riskcontrol.rows import TODAY, counterparts, decided_case
from tests.riskcontrol.test_scoring import CASES, FACTS
from tests.riskcontrol.weighing import TOMORROW, typed

SOUND = WeightFacts(WEIGHTS, 20, 50, TOMORROW, TODAY, TODAY, actor_id=1, editor_id=2, serves_city=True)


def codes(facts: WeightFacts) -> set[str]:
    return {o.code for o in obstacles_to_approving_weights(facts)}


def weighing(**changed: int) -> WeightFacts:
    return replace(SOUND, weights={**WEIGHTS, **changed})


def proposed(city: City, **changed: Any) -> WeightSet:
    return draft_weights(by=city.actor("reviewer"), at=NOON, **typed(**changed))


class TestTheInputs:
    def test_as_delivered_are_sound(self) -> None:
        assert codes(SOUND) == set()

    @pytest.mark.parametrize("name", ["guidance:declined", "declined", "fine"])
    def test_are_a_closed_list_into_which_no_answer_to_guidance_fits(self, name: str) -> None:
        assert codes(weighing(**{name: 5})) == {"RSK-40"}

    def test_are_none_left_out(self) -> None:
        some = {code: points for code, points in WEIGHTS.items() if code != "demonstration"}
        assert codes(replace(SOUND, weights=some)) == {"RSK-40"}

    @pytest.mark.parametrize("code", [c for c in WEIGHTS if c not in CREDITS])
    def test_that_burden_never_lower_the_score(self, code: str) -> None:
        assert "RSK-41" in codes(weighing(**{code: -1}))

    @pytest.mark.parametrize("code", sorted(CREDITS))
    def test_that_credit_never_raise_the_score(self, code: str) -> None:
        assert codes(weighing(**{code: 1})) == {"RSK-41"}

    @pytest.mark.parametrize(
        "changed",
        [
            {"violation:penalty:24": 13},
            {"violation:no_penalty:6": 13},
            {"industry:low": 6},
            {"licence:near": 9},
        ],
    )
    def test_weigh_more_only_when_graver_or_more_recent(self, changed: dict[str, int]) -> None:
        assert codes(weighing(**changed)) == {"RSK-42"}

    def test_never_make_violating_and_correcting_pay(self) -> None:
        assert codes(weighing(self_corrected=-5)) == {"RSK-43"}

    @pytest.mark.parametrize("limits", [(0, 50), (50, 50), (20, 101)])
    def test_lead_to_levels_in_their_order(self, limits: tuple[int, int]) -> None:
        assert codes(replace(SOUND, from_medium=limits[0], from_high=limits[1])) == {"RSK-44"}


class TestApproving:
    def test_is_done_by_another_person(self) -> None:
        assert codes(replace(SOUND, editor_id=1)) == {"RSK-46"}

    def test_is_done_in_an_organ_of_the_city(self) -> None:
        assert codes(replace(SOUND, serves_city=False)) == {"RSK-47"}

    def test_is_for_a_day_to_come_after_all_others(self) -> None:
        assert codes(replace(SOUND, begins_on=TODAY)) == {"RSK-45"}
        assert codes(replace(SOUND, last_begins_on=TOMORROW)) == {"RSK-48"}

    def test_by_a_district_is_refused(self, city: City) -> None:
        draft = proposed(city)
        with pytest.raises(Refused) as refusal:
            approve_weights(draft.pk, by=city.actor("head"), at=NOON)
        assert [o.code for o in refusal.value.obstacles] == ["RSK-47"]
        with pytest.raises(Refused) as refusal:
            approve_weights(draft.pk, by=city.actor("reviewer"), at=NOON)
        assert "actor:lacks_permission" in [o.code for o in refusal.value.obstacles]

    def test_ends_the_editing(self, city: City) -> None:
        draft = proposed(city)
        edit_weights(draft.pk, by=city.actor("reviewer"), at=NOON, **typed(uncorrected=20))
        approve_weights(draft.pk, by=city.actor("city_market_head"), at=NOON)
        with pytest.raises(Refused):
            edit_weights(draft.pk, by=city.actor("reviewer"), at=NOON, **typed())
        with pytest.raises(Refused):
            discard_weights(draft.pk, by=city.actor("reviewer"), at=NOON, why="误")


class TestAVersion:
    def test_is_proposed_by_who_works_on_risks(self, city: City) -> None:
        for nobody in ("officer", "evaluator"):
            with pytest.raises(Forbidden):
                draft_weights(by=city.actor(nobody), at=NOON, **typed())
        assert (proposed(city).number, WeightSet.objects.get(number=1).state) == (2, "in_force")

    def test_counts_from_its_day_and_every_score_tells_which_it_was(self, city: City) -> None:
        (shop,) = counterparts(city, 1)
        decided_case(city, shop)
        review_all(by=SCHEDULER, at=NOON)
        draft = proposed(city, violation_penalty_6=18)
        approve_weights(draft.pk, by=city.actor("city_market_head"), at=NOON)
        review_all(by=SCHEDULER, at=NOON, restart=True)
        found = CounterpartRisk.objects.get(pk=shop.pk)
        assert (found.score, found.model_version) == (16, 1)
        sweep(at=NOON + timedelta(days=1))
        review_all(by=SCHEDULER, at=NOON + timedelta(days=1))
        found.refresh_from_db()
        assert (found.score, found.model_version) == (18, 2)
        assert list(shop.risk_history.values_list("score", "model_version")) == [(16, 1), (18, 2)]
        assert dict(WeightSet.objects.values_list("number", "state")) == {1: "replaced", 2: "in_force"}

    def test_counts_on_its_day_even_before_the_clock_came_round(self, city: City) -> None:
        draft = proposed(city, uncorrected=30)
        approve_weights(draft.pk, by=city.actor("city_market_head"), at=NOON)
        assert (formula_on(TODAY).number, formula_on(TOMORROW).number) == (1, 2)
        assert formula_numbered(1).weights["uncorrected"] == 15

    def test_is_taken_back_before_its_day_only(self, city: City) -> None:
        head, draft = city.actor("city_market_head"), proposed(city)
        approve_weights(draft.pk, by=head, at=NOON)
        with pytest.raises(Refused):
            take_back_weights(draft.pk, by=head, at=NOON + timedelta(days=1), why="误")
        take_back_weights(draft.pk, by=head, at=NOON, why="误")
        sweep(at=NOON + timedelta(days=2))
        assert formula_on(TOMORROW + timedelta(days=1)).number == 1
        assert WeightSet.objects.get(pk=draft.pk).state == "discarded"

    def test_before_the_first_is_as_delivered(self, db: None) -> None:
        assert formula_on(date(2020, 1, 1)) == DELIVERED


def points(code: str) -> st.SearchStrategy[int]:
    return st.integers(-20, 0) if code in CREDITS else st.integers(0, 20)


ANY = st.fixed_dictionaries({code: points(code) for code in WEIGHTS})


def lawful(weights: dict[str, int]) -> Formula | None:
    facts = replace(SOUND, weights=weights)
    return None if list(obstacles_to_weighing(facts)) else Formula(9, weights, 20, 50)


def put_in_order(weights: dict[str, int]) -> dict[str, int]:
    """The same numbers made sound: sorted along each chain, the credit no more than the lightest violation."""
    outcomes = ("no_penalty", "mitigated", "lighter", "penalty")
    ages = (24, 12, 6)
    found = dict(weights)
    for place, outcome in enumerate(outcomes):
        for number, age in enumerate(ages):
            below = [found[f"violation:{outcomes[place - 1]}:{age}"]] if place else []
            below += [found[f"violation:{outcome}:{ages[number - 1]}"]] if number else []
            found[f"violation:{outcome}:{age}"] = max([found[f"violation:{outcome}:{age}"], *below])
    levels = sorted(found[f"industry:{level}"] for level in ("low", "medium", "high"))
    found |= dict(zip((f"industry:{level}" for level in ("low", "medium", "high")), levels, strict=True))
    found["licence:expired"] = max(found["licence:expired"], found["licence:near"])
    found["self_corrected"] = -min(-found["self_corrected"], found["violation:no_penalty:24"])
    return found


SOUND_WEIGHTS = ANY.map(put_in_order)


class TestUnderAnyWeightsThatAreApproved:
    @given(SOUND_WEIGHTS)
    def test_each_burden_raises_and_each_credit_lowers(self, weights: dict[str, int]) -> None:
        formula = lawful(weights)
        assert formula is not None
        for code in WEIGHTS:
            for number in (0, 1, 4):
                fewer = assess({"uncorrected": 2, code: number}, formula)
                more = assess({"uncorrected": 2, code: number + 1}, formula)
                gap = more.score - fewer.score
                assert gap <= 0 if code in CREDITS else gap >= 0

    @given(SOUND_WEIGHTS, FACTS, CASES)
    def test_one_more_violation_never_lowers_the_score(
        self, weights: dict[str, int], facts: Any, case: Any
    ) -> None:
        formula = lawful(weights)
        assert formula is not None
        more = replace(facts, cases=(*facts.cases, case))
        assert assess(tally_of(more), formula).score >= assess(tally_of(facts), formula).score

    @given(ANY)
    def test_whatever_is_refused_is_told_with_its_field(self, weights: dict[str, int]) -> None:
        for obstacle in obstacles_to_weighing(replace(SOUND, weights=weights)):
            assert obstacle.field
            assert str(obstacle.next_step)
