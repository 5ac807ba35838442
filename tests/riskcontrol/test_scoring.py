"""The formula of the score: open, bounded, and fair to who corrects oneself."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enforcement.vocabulary import LicenceState, Outcome
from riskcontrol.rules.facts import CounterpartFacts, DecidedCase, LicenceFacts
from riskcontrol.rules.scoring import VIOLATION, WEIGHTS, age_of, assess, level_of, tally_of

TODAY = date(2026, 11, 20)
DAYS = st.integers(-900, 30).map(lambda n: TODAY + timedelta(days=n))
MAYBE_DAYS = st.none() | DAYS
CASES = st.builds(
    DecidedCase,
    st.sampled_from(Outcome.values),
    DAYS,
    MAYBE_DAYS,
    MAYBE_DAYS,
    st.sampled_from([None, True, False]),
    st.booleans(),
)
LICENCES = st.builds(LicenceFacts, st.sampled_from("ab"), st.sampled_from(LicenceState.values), MAYBE_DAYS)
FACTS = st.builds(
    CounterpartFacts,
    today=st.just(TODAY),
    cases=st.lists(CASES, max_size=8).map(tuple),
    licences=st.lists(LICENCES, max_size=5).map(tuple),
    industry_level=st.sampled_from(["", "low", "medium", "high"]),
    is_demonstration=st.booleans(),
    check_open=st.integers(0, 9),
    check_corrected=st.integers(0, 9),
)


def score_of(facts: CounterpartFacts) -> int:
    return assess(tally_of(facts)).score


def one(outcome: str, months: int, **values: object) -> CounterpartFacts:
    on = {6: date(2026, 5, 20), 12: date(2025, 11, 20), 24: date(2024, 11, 20)}[months]
    return CounterpartFacts(today=TODAY, cases=(DecidedCase(outcome, on, **values),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("outcome", "points"),
    [("penalty", (16, 12, 8)), ("lighter", (12, 9, 6)), ("mitigated", (12, 9, 6)), ("no_penalty", (8, 6, 4)),
     ("not_established", (0, 0, 0)), ("transferred", (0, 0, 0))],
)  # fmt: skip
def test_a_decision_weighs_by_its_outcome_and_less_with_age(outcome: str, points: tuple[int, ...]) -> None:
    assert tuple(score_of(one(outcome, months)) for months in (6, 12, 24)) == points


def test_the_bands_end_on_the_same_day_of_the_month() -> None:
    assert [age_of(day, TODAY) for day in (TODAY, date(2026, 5, 20), date(2026, 5, 19), date(2025, 11, 19))] == [
        6, 6, 12, 24,
    ]  # fmt: skip
    assert age_of(date(2024, 11, 19), TODAY) is None


def test_an_order_counts_while_it_is_not_corrected_and_its_time_is_over() -> None:
    yesterday = TODAY - timedelta(days=1)
    assert score_of(one("no_penalty", 6, correct_by=yesterday)) == 8 + 15
    assert score_of(one("no_penalty", 6, correct_by=TODAY)) == 8
    assert score_of(one("no_penalty", 6, correct_by=yesterday, corrected_on=yesterday)) == 8 - 3
    assert score_of(one("no_penalty", 6, correct_by=yesterday, corrected_on=TODAY)) == 8


def test_a_renewed_licence_no_longer_counts_as_expired() -> None:
    old = LicenceFacts("食品", LicenceState.VALID, TODAY - timedelta(days=9))
    new = LicenceFacts("食品", LicenceState.VALID, TODAY + timedelta(days=900))
    assert score_of(CounterpartFacts(today=TODAY, licences=(old,))) == WEIGHTS["licence:expired"]
    assert score_of(CounterpartFacts(today=TODAY, licences=(old, new))) == 0


@pytest.mark.parametrize(
    ("score", "level"), [(0, "low"), (19, "low"), (20, "medium"), (49, "medium"), (50, "high")]
)
def test_the_level_follows_the_score(score: int, level: str) -> None:
    assert level_of(score) == level


@given(FACTS)
def test_the_score_is_the_sum_of_its_inputs_between_0_and_100(facts: CounterpartFacts) -> None:
    found = assess(tally_of(facts))
    assert found.score == min(100, max(0, sum(line.points for line in found.inputs)))
    assert found.level == level_of(found.score)
    assert all(line.value > 0 and WEIGHTS[line.code] == line.weight for line in found.inputs)


@given(FACTS, CASES)
def test_one_more_established_violation_never_lowers_the_score(
    facts: CounterpartFacts, case: DecidedCase
) -> None:
    """Not even when it was corrected at once: nobody gains by violating and correcting."""
    more = dataclasses.replace(facts, cases=(*facts.cases, case))
    assert score_of(more) >= score_of(facts)


@given(FACTS, st.integers(0, 700))
def test_one_more_expired_licence_never_lowers_the_score(facts: CounterpartFacts, days: int) -> None:
    expired = LicenceFacts("c", LicenceState.VALID, TODAY - timedelta(days=days + 1))
    assert score_of(dataclasses.replace(facts, licences=(*facts.licences, expired))) >= score_of(facts)


@given(FACTS)
def test_a_higher_level_of_the_industry_never_lowers_the_score(facts: CounterpartFacts) -> None:
    scores = [
        score_of(dataclasses.replace(facts, industry_level=level)) for level in ("", "low", "medium", "high")
    ]
    assert scores == sorted(scores)


@given(FACTS)
def test_being_a_model_never_raises_the_score(facts: CounterpartFacts) -> None:
    plain, model = (dataclasses.replace(facts, is_demonstration=flag) for flag in (False, True))
    assert score_of(model) <= score_of(plain)


@given(FACTS, st.integers(0, 7))
def test_a_milder_outcome_never_raises_the_score(facts: CounterpartFacts, place: int) -> None:
    if place >= len(facts.cases) or facts.cases[place].outcome not in VIOLATION:
        return
    cases = list(facts.cases)
    scores = []
    for outcome in ("no_penalty", "mitigated", "lighter", "penalty"):
        cases[place] = dataclasses.replace(cases[place], outcome=outcome)
        scores.append(score_of(dataclasses.replace(facts, cases=tuple(cases))))
    assert scores == sorted(scores)


@given(FACTS)
def test_correcting_what_was_ordered_never_raises_the_score(facts: CounterpartFacts) -> None:
    corrected = tuple(
        dataclasses.replace(case, corrected_on=case.corrected_on or TODAY) for case in facts.cases
    )
    assert score_of(dataclasses.replace(facts, cases=corrected)) <= score_of(facts)


@given(FACTS)
def test_one_more_problem_found_by_oneself_never_lowers_the_score_and_correcting_it_never_raises_it(
    facts: CounterpartFacts,
) -> None:
    more = dataclasses.replace(facts, check_open=facts.check_open + 1)
    done = dataclasses.replace(facts, check_corrected=facts.check_corrected + 1)
    assert score_of(more) >= score_of(facts)
    assert score_of(done) <= score_of(more)


def test_who_looks_closely_does_not_stand_out_by_it() -> None:
    many = CounterpartFacts(today=TODAY, check_open=40)
    assert score_of(many) == 10 == score_of(dataclasses.replace(many, check_open=5))


def test_an_unknown_input_is_refused() -> None:
    with pytest.raises(KeyError):
        assess({"guidance:declined": 1})
