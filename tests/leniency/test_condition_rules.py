"""Each kind of condition, without a database: what holds, what fails, what is not known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from leniency.reports.explaining import explain_condition
from leniency.rules.conditions import evaluate_condition
from leniency.rules.facts import CaseFacts, ConditionTerms, PriorDecision
from leniency.rules.first_time import months_before
from leniency.vocabulary import (
    CHOICES_OF,
    CITATION_OF,
    SOURCE_OF,
    ConditionKind,
    Verdict,
    condition_text,
    missing_text,
)

K = ConditionKind
FOUND = date(2026, 11, 2)
NOTHING = CaseFacts(occurred_on=FOUND, discovered_on=FOUND, matter_id=1, field_id=10)


def terms(kind: str, **values: Any) -> ConditionTerms:
    return ConditionTerms(id=1, kind=kind, **values)


def prior(day: date, *, matter: int = 1, field: int = 10) -> PriorDecision:
    return PriorDecision(matter, field, day, day)


FIRST = terms(K.FIRST_TIME, number=Decimal(24), sameness="matter")
TABLE: list[tuple[ConditionTerms, dict[str, Any], str]] = [
    (terms(K.AMOUNT_AT_MOST, number=Decimal(1000)), {"amount": Decimal("1000.00")}, "holds"),
    (terms(K.AMOUNT_AT_MOST, number=Decimal(1000)), {"amount": Decimal("1000.01")}, "fails"),
    (terms(K.AREA_AT_MOST, number=Decimal(3)), {"area": Decimal("2.5")}, "holds"),
    (terms(K.AREA_AT_MOST, number=Decimal(3)), {"area": Decimal("3.5")}, "fails"),
    (terms(K.QUANTITY_AT_MOST, number=Decimal(2)), {"quantity": 2}, "holds"),
    (terms(K.QUANTITY_AT_MOST, number=Decimal(2)), {"quantity": 3}, "fails"),
    (terms(K.QUANTITY_AT_MOST, number=Decimal(2)), {"quantity": 2, "quantity_unit": "箱"}, "holds"),
    (
        terms(K.QUANTITY_AT_MOST, number=Decimal(2), text_zh="具"),
        {"quantity": 2, "quantity_unit": " 具"},
        "holds",
    ),
    (
        terms(K.QUANTITY_AT_MOST, number=Decimal(2), text_zh="具"),
        {"quantity": 1, "quantity_unit": "箱"},
        "unknown",
    ),
    (
        terms(K.QUANTITY_AT_MOST, number=Decimal(2), text_zh="具"),
        {"quantity": 3, "quantity_unit": ""},
        "fails",
    ),
    (terms(K.DAYS_LATE_AT_MOST, number=Decimal(60)), {"days_late": 0}, "holds"),
    (terms(K.DAYS_LATE_AT_MOST, number=Decimal(60)), {"days_late": 61}, "fails"),
    (terms(K.HARM_AT_MOST, choice="slight"), {"harm": "none"}, "holds"),
    (terms(K.HARM_AT_MOST, choice="slight"), {"harm": "slight"}, "holds"),
    (terms(K.HARM_AT_MOST, choice="none"), {"harm": "slight"}, "fails"),
    (terms(K.FAULT_AT_MOST, choice="none"), {"fault": "none", "no_fault_proven": True}, "holds"),
    (terms(K.FAULT_AT_MOST, choice="none"), {"fault": "none"}, "unknown"),
    (terms(K.FAULT_AT_MOST, choice="none"), {"no_fault_proven": False}, "fails"),
    (terms(K.FAULT_AT_MOST, choice="gross"), {"fault": "negligent"}, "holds"),
    (terms(K.FAULT_AT_MOST, choice="gross"), {"fault": "intentional"}, "fails"),
    (terms(K.GRAVITY_AT_MOST, choice="minor"), {"gravity": "minor"}, "holds"),
    (terms(K.GRAVITY_AT_MOST, choice="minor"), {"gravity": "lighter"}, "fails"),
    (terms(K.GOODS_VALUE_AT_MOST, number=Decimal(1000)), {"goods_value": Decimal("1000.00")}, "holds"),
    (terms(K.GOODS_VALUE_AT_MOST, number=Decimal(1000)), {"goods_value": Decimal("1000.01")}, "fails"),
    (terms(K.GOODS_VALUE_AT_MOST, number=Decimal(1000)), {"amount": Decimal(1)}, "unknown"),
    (terms(K.GAIN_AT_MOST, number=Decimal(0)), {"unlawful_gain": Decimal(0)}, "holds"),
    (terms(K.GAIN_AT_MOST, number=Decimal(0)), {"unlawful_gain": Decimal(9)}, "unknown"),
    (
        terms(K.GAIN_AT_MOST, number=Decimal(0)),
        {"unlawful_gain": Decimal(9), "refunded": Decimal(9)},
        "holds",
    ),
    (
        terms(K.GAIN_AT_MOST, number=Decimal(0)),
        {"unlawful_gain": Decimal(9), "refunded": Decimal(8)},
        "fails",
    ),
    (terms(K.NOT_OBSTRUCTING), {"obstructed": False}, "holds"),
    (terms(K.NOT_OBSTRUCTING), {"obstructed": True}, "fails"),
    (terms(K.NOT_EXPLOITING), {"exploited_emergency": False}, "holds"),
    (terms(K.NOT_EXPLOITING), {"exploited_emergency": True}, "fails"),
    (terms(K.NOT_ENDANGERING_MINORS), {"endangered_minors": False}, "holds"),
    (terms(K.NOT_ENDANGERING_MINORS), {"endangered_minors": True}, "fails"),
    (terms(K.NOT_FORGING), {"forged_evidence": False}, "holds"),
    (terms(K.NOT_FORGING), {"forged_evidence": True}, "fails"),
    (terms(K.FAULT_AT_MOST, choice="none"), {"fault": "negligent"}, "fails"),
    (terms(K.NOT_REFUSING), {"refuses_correction": False}, "holds"),
    (terms(K.NOT_REFUSING), {"refuses_correction": True}, "fails"),
    (terms(K.NOT_ENDANGERING_SAFETY), {"endangers_safety": False}, "holds"),
    (terms(K.NOT_ENDANGERING_SAFETY), {"endangers_safety": True}, "fails"),
    (terms(K.SELF_FOUND), {"found_by_self": True}, "holds"),
    (terms(K.SELF_FOUND), {"found_by_self": False}, "fails"),
    (terms(K.ATTESTED, text_zh="甲"), {"findings": {1: True}}, "holds"),
    (terms(K.ATTESTED, text_zh="甲"), {"findings": {1: False}}, "fails"),
    (terms(K.CORRECTED_IN_TIME, number=Decimal(0)), {"corrected_on": FOUND}, "holds"),
    (terms(K.CORRECTED_IN_TIME, number=Decimal(0)), {"corrected_on": date(2026, 11, 3)}, "fails"),
    (terms(K.CORRECTED_IN_TIME, number=Decimal(3)), {"corrected_on": date(2026, 11, 5)}, "holds"),
    (terms(K.CORRECTED_IN_TIME, number=Decimal(3)), {"corrected_on": date(2026, 11, 6)}, "fails"),
    (
        terms(K.CORRECTED_IN_TIME),
        {"corrected_on": date(2026, 11, 9), "correct_by": date(2026, 11, 9)},
        "holds",
    ),
    (
        terms(K.CORRECTED_IN_TIME),
        {"corrected_on": date(2026, 11, 10), "correct_by": date(2026, 11, 9)},
        "fails",
    ),
    (terms(K.CORRECTED_IN_TIME), {"corrected_on": date(2026, 11, 10)}, "unknown"),
    (terms(K.CORRECTED_IN_TIME), {"corrected_on": FOUND}, "holds"),
    (terms(K.CORRECTED_IN_TIME), {"refuses_correction": True}, "fails"),
    (FIRST, {"priors": ()}, "holds"),
    (FIRST, {"priors": (prior(date(2025, 1, 1)),)}, "fails"),
    (FIRST, {"priors": (prior(date(2024, 11, 2)),)}, "fails"),
    (FIRST, {"priors": (prior(date(2024, 11, 1)),)}, "holds"),
    (FIRST, {"priors": (prior(date(2025, 1, 1), matter=2),)}, "holds"),
    (FIRST, {"priors": (prior(date(2026, 11, 10)),)}, "holds"),
    (replace(FIRST, number=None), {"priors": (prior(date(2001, 1, 1)),)}, "fails"),
    (replace(FIRST, sameness="field"), {"priors": (prior(date(2025, 1, 1), matter=2),)}, "fails"),
    (replace(FIRST, sameness="field"), {"priors": (prior(date(2025, 1, 1), field=11),)}, "holds"),
    (replace(FIRST, sameness="any"), {"priors": (prior(date(2025, 1, 1), field=11),)}, "fails"),
    (FIRST, {"priors": (), "matter_id": None}, "unknown"),
]


@pytest.mark.parametrize(("condition", "known", "verdict"), TABLE)
def test_a_condition_is_judged_by_what_is_known(condition, known, verdict):
    assert evaluate_condition(condition, replace(NOTHING, **known)).verdict == verdict


EVERY = [
    terms(kind, number=Decimal(2), choice="none", sameness="matter", text_zh="甲") for kind in ConditionKind
]


@pytest.mark.parametrize("condition", EVERY, ids=lambda c: c.kind)
def test_what_is_not_known_is_never_taken_for_no(condition):
    result = evaluate_condition(condition, NOTHING)
    assert (result.verdict, result.value) == (Verdict.UNKNOWN, None)


@pytest.mark.parametrize("condition", EVERY, ids=lambda c: c.kind)
def test_every_kind_can_be_told_and_says_what_is_missing(condition):
    rung = CHOICES_OF[condition.kind].values[0] if condition.kind in CHOICES_OF else ""
    assert condition_text(condition.kind, number=Decimal(2), choice=rung, sameness="matter", text="甲")
    assert missing_text(condition.kind)
    assert SOURCE_OF[condition.kind]


def test_what_the_law_itself_demands_is_cited():
    assert {K.FIRST_TIME, K.CORRECTED_IN_TIME, K.HARM_AT_MOST, K.FAULT_AT_MOST} <= set(CITATION_OF)


def test_earlier_decisions_are_told_by_their_days_alone():
    result = evaluate_condition(FIRST, replace(NOTHING, priors=(prior(date(2026, 1, 5)),)))
    assert result.value == ["2026-01-05"]


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2024, 3, 31), 1, date(2024, 2, 29)),
        (date(2026, 1, 15), 24, date(2024, 1, 15)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 1, 15), 90_000, date.min),
    ],
)
def test_a_look_back_ends_on_the_same_day_of_its_month(day, months, expected):
    assert months_before(day, months) == expected


def test_another_unit_is_told_as_what_it_is():
    condition = terms(K.QUANTITY_AT_MOST, number=Decimal(2), text_zh="具", text_en="pieces")
    found = evaluate_condition(condition, replace(NOTHING, quantity=Decimal(3), quantity_unit="箱"))
    assert (found.verdict, found.missing) == (Verdict.UNKNOWN, ("quantity_unit",))
    told = explain_condition(found.as_dict(), "minor")
    assert told.text == "quantity at most 2 pieces"
    assert "3 箱" in told.says
    assert "another unit" in told.says


@pytest.mark.parametrize(
    ("applied", "matter", "verdict"),
    [
        ("SJ-1", 1, "fails"),
        ("SJ-2", 1, "holds"),
        (None, 1, "fails"),
        (None, 2, "holds"),
        (None, None, "unknown"),
    ],
)
def test_under_the_same_entry_what_was_spared_or_punished_by_it_counts(applied, matter, verdict):
    """Where no entry was applied, a violation of the same matter counts."""
    asks = replace(FIRST, sameness="entry", entry="SJ-1")
    before = PriorDecision(matter, 10, date(2025, 1, 1), date(2025, 1, 1), entry=applied)
    assert evaluate_condition(asks, replace(NOTHING, priors=(before,))).verdict == verdict
