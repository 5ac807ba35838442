"""Article 10 paragraph 1: whom the law spares or obliges to treat more mildly (Penalty Law, Art. 30-32)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from enforcement.models import Case
from enforcement.rules.decisions import obstacles_to_deciding
from enforcement.rules.facts import SpotFacts
from enforcement.rules.summary import obstacles_to_deciding_on_spot
from enforcement.services import cases
from enforcement.vocabulary import MilderGround, Outcome
from foundation.obstacles import Refused
from leniency.rules.grounds import evaluate_grounds
from leniency.services.assessing import assess_case
from tests.city import NOON, City
from tests.enforcement.case_course import AFTER_DEFENCE, PENALTY, notified
from tests.enforcement.case_facts import codes, facts, fined, penal
from tests.leniency.test_assessment_rules import FACTS as BARE

pytestmark = pytest.mark.article("10.1")


def weighed(outcome: str = Outcome.PENALTY, **known: Any) -> list[str]:
    return codes(obstacles_to_deciding(penal(outcome=outcome, decision=fined(1500).decision, **known)))


@pytest.mark.rule("LEN-2")
class TestWhoIsFourteenToSeventeen:
    @pytest.mark.parametrize(("age", "held"), [(14, True), (17, True), (18, False), (None, False)])
    def test_gets_a_lighter_or_mitigated_penalty(self, age: int | None, held: bool) -> None:
        assert weighed(party_age=age) == (["LEN-2"] if held else [])

    def test_gets_it_on_the_spot_too(self) -> None:
        spot = SpotFacts(penalty_kind="warning", is_certain=True, was_heard=True)
        young = facts(on_spot=spot, party_age=16, outcome=Outcome.PENALTY)
        assert codes(obstacles_to_deciding_on_spot(young)) == ["LEN-2"]

    def test_is_satisfied_by_a_lighter_one(self) -> None:
        assert weighed(Outcome.LIGHTER, party_age=16) == []


@pytest.mark.rule("LEN-3")
class TestWhoCouldNotRecogniseOrControlItsConduct:
    def test_is_not_punished_at_all(self) -> None:
        assert weighed(capacity="none") == ["LEN-3"]
        assert weighed(Outcome.LIGHTER, capacity="none") == ["LEN-3"]

    def test_and_only_in_part_may_be_treated_more_mildly(self) -> None:
        assert weighed(capacity="limited") == []
        assert holding(capacity="limited") == [("limited", "may_lighten")]

    def test_is_shown_as_spared_beyond_the_lists(self) -> None:
        assert holding(capacity="none") == [("incapable", "shall_not_penalise")]


@pytest.mark.rule("LEN-4")
class TestADutyToBeMilder:
    @pytest.mark.parametrize("ground", MilderGround.values)
    def test_follows_from_each_ground_of_the_law(self, ground: str) -> None:
        assert weighed(milder_grounds=(ground,)) == ["LEN-4"]
        assert weighed(Outcome.LIGHTER, milder_grounds=(ground,)) == []

    def test_says_which_grounds_hold(self) -> None:
        given = penal(milder_grounds=("was_coerced", "has_merit"))
        told = next(o for o in obstacles_to_deciding(given) if o.code == "LEN-4").message
        assert str(MilderGround.COERCED.label) in told
        assert str(MilderGround.MERIT.label) in told

    def test_stands_among_the_grounds_beyond_the_lists(self) -> None:
        duty = "shall_lighten_or_mitigate"
        assert holding(confessed=True) == [("confessed_unknown", duty)]
        both = holding(removed_harm=True, other_ground="示例条例 20")
        assert both == [("removed_harm", duty), ("other_ground", duty)]

    def test_binds_the_head_who_decides(self, city: City) -> None:
        case = notified(city)
        record(case, city, removed_harm=True)
        with pytest.raises(Refused) as refused:
            decide(case, city)
        assert [(o.code, o.field) for o in refused.value.obstacles] == [("LEN-4", "outcome")]
        assert decide(case, city, outcome=Outcome.LIGHTER).outcome == Outcome.LIGHTER

    def test_is_typed_where_circumstances_are(self, city: City, as_user: Callable[[str], Client]) -> None:
        case = notified(city)
        data = {"expected_version": Case.objects.get(pk=case.pk).version, "confessed": "true", "capacity": "full",
                "other_ground": "示例条例 20"}  # fmt: skip
        assert as_user("officer").post(f"/cases/{case.pk}/do/record_circumstances/", data).status_code == 302
        known = Case.objects.get(pk=case.pk).circumstances
        assert known.milder_grounds == ("confessed", "other_ground")
        assert "示例条例 20" in as_user("officer").get(f"/cases/{case.pk}/").content.decode()

    def test_known_later_asks_for_a_new_assessment(self, city: City) -> None:
        case = notified(city)
        record(case, city, again=False, was_coerced=True)
        with pytest.raises(Refused) as refused:
            decide(case, city)
        assert "LEN-0" in {o.code for o in refused.value.obstacles}


def record(case: Case, city: City, *, again: bool = True, **known: Any) -> None:
    officer = city.actor("officer")
    cases.record_circumstances(case.pk, by=officer, at=NOON, **known)
    if again:
        assess_case(case.pk, by=officer, at=NOON)


def decide(case: Case, city: City, **more: Any) -> Case:
    return cases.decide_case(case.pk, by=city.actor("head"), at=AFTER_DEFENCE, **{**PENALTY, **more})


def holding(**known: Any) -> list[tuple[str, str]]:
    """The grounds of the law that hold for certain, and what each leads to."""
    found = evaluate_grounds(replace(BARE, **known))
    return [(g.ground, g.treatment) for g in found if g.verdict == "holds"]
