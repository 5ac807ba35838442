"""Article 5: the principle of the least harm; a milder means that does is taken, and no more than is needed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from enforcement.rules import coercion_need as needing
from enforcement.rules import coercion_terms as terms
from enforcement.rules.coercion_facts import ItemFacts
from enforcement.vocabulary.coercion import CoercionKind
from tests.enforcement.case_facts import codes
from tests.enforcement.coercion_facts import MEASURE, measure, need

pytestmark = pytest.mark.article("5")


class TestMilderMeansComeFirst:
    def test_silence_about_them_is_refused(self) -> None:
        assert codes(needing.obstacles_to_untried(need(means_tried=""))) == ["COE-1"]

    def test_an_alternative_is_weighed_and_its_weakness_named(self) -> None:
        assert codes(needing.obstacles_to_untried(need(alternative=""))) == ["COE-1"]
        assert codes(needing.obstacles_to_untried(need(why_not_enough=""))) == ["COE-1"]


class TestNoMoreThanIsNeeded:
    def test_in_things(self) -> None:
        unrelated = ItemFacts("家用电视", is_related=False)
        assert codes(needing.obstacles_to_objects(measure(items=(*MEASURE.items, unrelated)))) == ["COE-4"]

    def test_in_money(self) -> None:
        much = need(kind=CoercionKind.FREEZE, amount=Decimal(2), amount_involved=Decimal(1))
        assert codes(needing.obstacles_to_freezing_too_much(much)) == ["COE-6"]

    def test_in_days(self) -> None:
        assert codes(needing.obstacles_to_unlimited(need(term_days=31))) == ["COE-5"]
        assert codes(needing.obstacles_to_unlimited(need(term_days=1))) == []
        assert terms.term_ends_on(MEASURE.today, days=1).day == MEASURE.today.day + 1

    def test_never_in_what_a_family_lives_by(self) -> None:
        rice = ItemFacts("口粮", is_necessity=True)
        assert codes(needing.obstacles_to_item(rice)) == ["COE-4"]
