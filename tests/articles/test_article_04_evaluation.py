"""Article 4: the city evaluates how its organs serve; by what happened, alike for all, and never by fines."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from evaluation.models import Indicator
from evaluation.reports.choosing import choose
from evaluation.reports.scorecards import Line, Scorecard, scorecard
from evaluation.services import load_indicators, open_periods
from evaluation.vocabulary import Standing
from foundation.actors import COMMAND
from guidance.vocabulary import Effect, GuidanceState, Response
from tests.city import NOON, City
from tests.evaluation.world import TODAY, World

pytestmark = [pytest.mark.django_db, pytest.mark.article("4")]


@pytest.fixture
def world(city: City) -> World:
    load_indicators(by=COMMAND, at=NOON)
    open_periods(by=COMMAND, at=NOON)
    found = World(city)
    with found.act():
        found.matter()
    return found


def card_of(world: World, organ: str = "SD11", period: str = "2026") -> Scorecard:
    actor = world.city.actor("evaluator")
    choice = choose(actor, at=NOON, organ=str(world.organ(organ).pk), period=period)
    return scorecard(actor, choice.territory, choice.organ_id, choice.frame.span, at=NOON)


def line_of(card: Scorecard, code: str) -> Line:
    return next(line for line in card.lines if line.indicator.code == code)


def decide(world: World, outcome: str, number: int, organ: str = "SD11", **values: Any) -> None:
    with world.act():
        for _ in range(number):
            world.decided(organ, world.party(organ), world.matters[0], outcome, TODAY, **values)


class TestEvaluationCountsWhatHappened:
    """Every figure comes from rows that can be opened; nobody types one in."""

    def test_a_case_decided_late_shows_in_the_figure(self, world: World) -> None:
        deadline = {"deadline_on": TODAY - timedelta(days=3), "opened": TODAY - timedelta(days=93)}
        decide(world, "penalty", 1, **deadline)
        decide(world, "penalty", 3, deadline_on=TODAY + timedelta(days=5))
        figure = line_of(card_of(world), "A6-5").figure
        assert (figure.numerator, figure.denominator) == (3, 4)

    def test_a_case_that_nobody_decides_shows_as_well(self, world: World) -> None:
        with world.act():
            world.case(
                "SD11", world.party(), world.matters[0], state="filed", deadline_on=TODAY - timedelta(days=1)
            )
        assert line_of(card_of(world), "A6-5").figure.value == 0

    def test_a_case_that_is_not_due_yet_is_held_against_nobody(self, world: World) -> None:
        with world.act():
            world.case(
                "SD11", world.party(), world.matters[0], state="filed", deadline_on=TODAY + timedelta(days=1)
            )
        assert line_of(card_of(world), "A6-5").scored.standing == Standing.NO_DATA


class TestNoDataIsNeitherFullMarksNorNone:
    """Where nothing happened nothing is claimed, and the weight goes to the rest."""

    def test_leaves_an_indicator_without_rows_out_of_the_score(self, world: World) -> None:
        card = card_of(world)
        assert line_of(card, "A8-5").scored.score is None
        assert card.total.weight_scored < card.total.weight_all == 100

    def test_lets_three_cases_neither_win_nor_lose(self, world: World) -> None:
        decide(world, "no_penalty", 2, education="x")
        spared = line_of(card_of(world), "A10-3")
        assert spared.figure.denominator == 2
        assert spared.scored.standing == Standing.TOO_FEW

    def test_says_which_indicators_are_not_measured_yet(self, world: World) -> None:
        unmeasured = [x for x in card_of(world).lines if x.scored.standing == Standing.NOT_MEASURED]
        assert {line.indicator.article for line in unmeasured} == {"4", "5", "6", "7", "8", "9"}


class TestFinesAreNeverAnIndicator:
    """Neither sums of money nor numbers of penalties make an organ look better or worse."""

    def test_more_penalties_do_not_raise_the_score(self, world: World) -> None:
        decide(world, "penalty", 10)
        few = card_of(world).total.score
        decide(world, "penalty", 30)
        assert card_of(world).total.score == few

    def test_higher_fines_do_not_change_a_single_figure(self, world: World) -> None:
        decide(world, "penalty", 6)
        before = card_of(world)
        with world.act():
            for case in world.city.matter.__class__.objects.get(pk=world.matters[0].pk).cases.all():
                case.decision.fine = 999_999
                case.decision.save()
        assert card_of(world) == before

    def test_no_definition_asks_for_either(self, world: World) -> None:
        words = " ".join(i.formula_en + i.formula_zh for i in Indicator.objects.all())
        assert "fine" not in words.split()
        assert "罚款" not in words


class TestGuidanceIsJudgedByItsEffect:
    """Volume never counts, and who declines is not counted at all (Art. 8)."""

    def give(self, world: World, number: int, **values: Any) -> None:
        concluded = {"state": GuidanceState.CONCLUDED, "concluded_on": TODAY, "effect_note": "x"}
        with world.act():
            for _ in range(number):
                world.guidance("SD11", **{**concluded, "effect": Effect.EFFECTIVE, **values})

    def test_ten_times_as_much_of_the_same_gives_no_more_marks(self, world: World) -> None:
        self.give(world, 6)
        few = card_of(world).total.score
        self.give(world, 60)
        assert card_of(world).total.score == few

    def test_declining_changes_no_figure(self, world: World) -> None:
        self.give(world, 6)
        before = line_of(card_of(world), "A8-3").figure
        self.give(world, 9, response=Response.DECLINED, effect=Effect.INEFFECTIVE)
        assert line_of(card_of(world), "A8-3").figure == before


class TestOrgansAreComparedWithTheirLike:
    """Within the same level and field, side by side, in no order of merit."""

    def test_stand_in_the_order_of_their_codes(self, world: World) -> None:
        decide(world, "penalty", 6, organ="SD21", deadline_on=TODAY + timedelta(days=9))
        assert [peer.organ.code for peer in card_of(world).peers] == ["SD11", "SD21"]

    def test_an_organ_answers_for_all_below_it(self, world: World) -> None:
        decide(world, "penalty", 4, organ="ST12")
        figures = {code: line_of(card_of(world, code), "A6-1").figure.denominator
                   for code in ("ST12", "SD11", "SC01", "SD21")}  # fmt: skip
        assert figures == {"ST12": 4, "SD11": 4, "SC01": 4, "SD21": 0}
