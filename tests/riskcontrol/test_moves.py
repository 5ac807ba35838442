"""Up at once, down after two clean monthly reviews in a row, and each move with its reason."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from enforcement.models import Case, Counterpart
from foundation.actors import COMMAND, SCHEDULER
from foundation.articles import Article
from foundation.record import audited
from riskcontrol.models import CounterpartRisk, RiskMove, RiskReview
from riskcontrol.rules.moves import Standing, next_standing, reason_of_move
from riskcontrol.services import reviewing
from riskcontrol.services.reviewing import review_all, review_counterpart, subject_of
from riskcontrol.services.scores import write_scores
from riskcontrol.services.weights import approve_weights, draft_weights
from tests.city import NOON, City
from tests.riskcontrol.rows import TODAY, counterparts, decided_case, random_past
from tests.riskcontrol.weighing import typed

MONTHS = [date(2027, month, 1) for month in range(1, 7)]


def walk(levels: str, start: Standing | None = None) -> Standing | None:
    """Through monthly reviews whose scores called for h, m or l; a ``!`` before one says that the score rose."""
    words, standing, months, risen = {"h": "high", "m": "medium", "l": "low"}, start, iter(MONTHS), False
    for sign in levels:
        if sign == "!":
            risen = True
            continue
        standing = next_standing(standing, words[sign], has_risen=risen, review_on=next(months))
        risen = False
    return standing


class TestALevel:
    @pytest.mark.parametrize(
        ("reviews", "level"),
        [("l", "low"), ("lh", "high"), ("lmh", "high"), ("hl", "high"), ("hll", "low"), ("hml", "medium"),
         ("hlm", "medium"), ("hlhl", "high"), ("hlhll", "low"), ("hl!ll", "high"), ("hl!lll", "low")],
    )  # fmt: skip
    def test_rises_at_once_and_falls_after_two_clean_reviews(self, reviews: str, level: str) -> None:
        found = walk(reviews)
        assert found is not None
        assert found.level == level

    def test_does_not_fall_between_reviews(self) -> None:
        standing = Standing("high")
        for _day in range(60):
            standing = next_standing(standing, "low", has_risen=False, review_on=None)
        assert standing == Standing("high")

    def test_counts_one_review_once_however_often_it_is_repeated(self) -> None:
        standing = Standing("high")
        for _time in range(5):
            standing = next_standing(standing, "low", has_risen=False, review_on=MONTHS[0])
        assert (standing.level, standing.calm) == ("high", 1)
        fallen = next_standing(standing, "low", has_risen=False, review_on=MONTHS[1])
        assert next_standing(fallen, "low", has_risen=False, review_on=MONTHS[1]) == fallen

    def test_falls_to_the_highest_that_was_called_for_meanwhile(self) -> None:
        once = next_standing(Standing("high"), "low", has_risen=False, review_on=MONTHS[0])
        between = next_standing(once, "medium", has_risen=False, review_on=None)
        assert next_standing(between, "low", has_risen=False, review_on=MONTHS[1]).level == "medium"


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        (None, {"violation:penalty:6": 2}, "first"),
        ({}, {"violation:penalty:6": 1, "licence:near": 1}, "violation"),
        ({"licence:near": 1}, {"licence:expired": 1}, "licence"),
        ({"violation:penalty:6": 1}, {"violation:penalty:6": 1, "uncorrected": 1}, "uncorrected"),
        ({"industry:low": 1}, {"industry:high": 1}, "industry"),
        ({"violation:penalty:6": 1}, {"violation:penalty:12": 1, "licence:expired": 1}, "licence"),
        ({"demonstration": 1, "uncorrected": 1}, {"uncorrected": 1}, "credit"),
    ],
)
def test_the_reason_of_a_move_is_the_input_that_grew(before: Any, after: Any, reason: str) -> None:
    assert reason_of_move(before, after, rises=True, other_weights=False).value == reason


def month(number: int) -> datetime:
    """The first of a month, later than the last by ``number``."""
    return NOON.replace(year=2026 + (10 + number) // 12, month=(10 + number) % 12 + 1, day=1)


def risk_of(shop: Counterpart) -> CounterpartRisk:
    return CounterpartRisk.objects.get(pk=shop.pk)


def correct(case: Case, on: date) -> None:
    with audited("test:rows", by=COMMAND, at=NOON, under=Article(9)):
        case.circumstances.corrected_on = on
        case.circumstances.save()


class TestTheReview:
    def test_lets_a_counterpart_down_after_two_clean_months(self, city: City) -> None:
        (shop,) = counterparts(city, 1)
        late = TODAY - timedelta(days=2)
        case = decided_case(city, shop, correct_by=late)
        review_all(by=SCHEDULER, at=NOON)
        assert (risk_of(shop).score, risk_of(shop).level) == (31, "medium")
        correct(case, TODAY)
        review_counterpart(shop.pk, by=SCHEDULER, at=NOON)
        assert (risk_of(shop).score, risk_of(shop).level) == (16, "medium")
        levels = []
        for day in range(1, 45):
            review_all(by=SCHEDULER, at=NOON + timedelta(days=day))
            levels.append(risk_of(shop).level)
        assert levels.index("low") == (date(2027, 1, 1) - TODAY).days - 1
        assert list(RiskReview.objects.filter(is_monthly=True).values_list("day", flat=True)) == [
            date(2027, 1, 1), date(2026, 12, 1), TODAY,
        ]  # fmt: skip
        told = list(RiskMove.objects.order_by("pk").values_list("before", "after", "reason", "review_on"))
        assert told == [("", "medium", "first", TODAY), ("medium", "low", "clean", date(2027, 1, 1))]

    def test_begins_anew_when_something_new_happened(self, city: City) -> None:
        (shop,) = counterparts(city, 1)
        case = decided_case(city, shop, correct_by=TODAY - timedelta(days=2))
        review_all(by=SCHEDULER, at=NOON)
        correct(case, TODAY)
        review_all(by=SCHEDULER, at=month(1))
        assert risk_of(shop).calm == 1
        decided_case(city, shop, outcome="no_penalty", on=date(2026, 12, 10), found_by_self=True)
        review_counterpart(shop.pk, by=SCHEDULER, at=month(1) + timedelta(days=14))
        assert (risk_of(shop).level, risk_of(shop).calm) == ("medium", 0)

    def test_tells_that_other_weights_moved_somebody(self, city: City) -> None:
        (shop,) = counterparts(city, 1)
        decided_case(city, shop)
        review_all(by=SCHEDULER, at=NOON)
        draft = draft_weights(by=city.actor("reviewer"), at=NOON, **typed(violation_penalty_6=30))
        approve_weights(draft.pk, by=city.actor("city_market_head"), at=NOON)
        review_all(by=SCHEDULER, at=NOON + timedelta(days=1))
        move = RiskMove.objects.get()
        assert (move.before, move.after, move.reason, move.model_version) == ("low", "medium", "weights", 2)
        assert move.changes == []

    def test_killed_in_the_middle_ends_with_the_same_levels_and_moves(
        self, city: City, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """At the review of a month, where a chunk that is done twice would count twice."""
        shops = counterparts(city, 12)
        random_past(city, shops, seed=4)
        review_all(by=SCHEDULER, at=NOON, chunk=3)
        with transaction.atomic():
            review_all(by=SCHEDULER, at=month(1), chunk=3)
            whole = standings()
            transaction.set_rollback(True)
        written, calls = reviewing.write_scores, iter(range(99))

        def dies(subjects: Any, **kwargs: Any) -> Any:
            done = written(subjects, **kwargs)
            if next(calls) == 2:
                raise MemoryError
            return done

        monkeypatch.setattr(reviewing, "write_scores", dies)
        with pytest.raises(MemoryError):
            review_all(by=SCHEDULER, at=month(1), chunk=3)
        monkeypatch.undo()
        review_all(by=SCHEDULER, at=month(1) + timedelta(hours=2), chunk=3)
        review_all(by=SCHEDULER, at=month(1) + timedelta(hours=3), chunk=3, restart=True)
        assert standings() == whole
        assert any(calm for _pk, _score, _level, calm, *_rest in whole[0])

    def test_asks_as_often_for_many_as_for_few(self, city: City) -> None:
        """At a first assessment, at a clean review, and where all of them move down."""
        few, many = counterparts(city, 2), counterparts(city, 40, industry="H")
        for shop in (*few, *many):
            decided_case(city, shop)
            decided_case(city, shop)
        times = (NOON, month(25), month(26))
        asked = [[statements(shops, at) for at in times] for shops in (few, many)]
        assert asked[0] == asked[1]
        assert RiskMove.objects.count() == 2 * (2 + 40)


def statements(shops: list[Counterpart], at: datetime) -> int:
    review = RiskReview(day=at.date(), at=at, is_monthly=True)
    with CaptureQueriesContext(connection) as queries:
        write_scores([subject_of(shop) for shop in shops], by=SCHEDULER, at=at, review=review)
    return len(queries)


def standings() -> tuple[list[Any], list[Any]]:
    rows = CounterpartRisk.objects.order_by("pk").values_list(
        "pk", "score", "level", "calm", "calm_on", "calm_level"
    )
    moves = RiskMove.objects.order_by("counterpart", "pk")
    return list(rows), list(moves.values_list("counterpart", "on", "before", "after", "reason", "review_on"))


def test_a_move_is_written_once_and_never_changed(city: City) -> None:
    (shop,) = counterparts(city, 1)
    for _number in range(2):
        decided_case(city, shop)
    review_all(by=SCHEDULER, at=NOON)
    move = RiskMove.objects.get()
    for change in (lambda: RiskMove._base_manager.update(after="low"), move.delete):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            change()
