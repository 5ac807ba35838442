"""Inspections as pure rules: each class is a sentence of the law or of the notice on inspections of enterprises."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from enforcement.rules.facts import OfficerFacts
from enforcement.rules.inspections import (
    InspectionFacts,
    obstacles_to_concluding,
    obstacles_to_planning,
    obstacles_to_rating,
    obstacles_to_starting,
)
from foundation.obstacles import Severity
from tests.city import NOON

PAIR = (OfficerFacts(1, "甲", True, True), OfficerFacts(2, "乙", True, True))
GOOD = InspectionFacts(
    recorded_at=NOON,
    officers=PAIR,
    has_plan=True,
    purpose="查验进货记录",
    why_on_site="须现场查看库房",
    certificates_shown=True,
    checked_in=True,
    started_at=NOON - timedelta(minutes=5),
    ended_at=NOON,
    note="现场情况",
    note_sign="signed",
)


def planning(**values: Any) -> list[tuple[str, Severity]]:
    return [(o.code, o.severity) for o in obstacles_to_planning(replace(GOOD, **values))]


def starting(**values: Any) -> list[tuple[str, Severity]]:
    return [(o.code, o.severity) for o in obstacles_to_starting(replace(GOOD, **values))]


def test_nothing_stands_against_a_good_visit() -> None:
    assert planning() == starting() == []
    assert list(obstacles_to_concluding(GOOD)) == []


@pytest.mark.rule("INS-1")
class TestOnlyPublishedMattersByPlanOrWithApproval:
    @pytest.mark.parametrize(
        "values",
        [{"matters": 0}, {"matters_in_duties": False}, {"organ_is_active": False}, {"has_plan": False},
         {"origin": "complaint"}],
    )  # fmt: skip
    def test_else_the_firm_may_refuse(self, values: dict[str, Any]) -> None:
        assert planning(**values) == [("INS-1", Severity.BLOCK)]

    def test_a_complaint_goes_with_approval_and_without_plan(self) -> None:
        assert planning(origin="complaint", has_plan=False, has_approval=True) == []


@pytest.mark.rule("INS-2")
class TestThePublishedYearlyCapHolds:
    def test_at_the_cap_nobody_goes(self) -> None:
        assert planning(cap=2, this_year=1) == []
        assert planning(cap=2, this_year=2) == [("INS-2", Severity.BLOCK)]

    @pytest.mark.parametrize("origin", ["complaint", "transfer", "data_alarm"])
    def test_complaints_transfers_and_alarms_go_beyond_it_for_a_reason(self, origin: str) -> None:
        beyond = {"cap": 1, "this_year": 1, "origin": origin, "has_approval": True}
        assert planning(**beyond) == [("INS-2", Severity.REQUIRE)]
        assert planning(**beyond, exempt_reason="群众举报") == []


@pytest.mark.rule("INS-4")
def test_other_visits_within_thirty_days_are_told_so_that_one_goes_instead_of_two() -> None:
    assert planning(others=("善治市城市管理局",)) == [("INS-4", Severity.WARN)]


@pytest.mark.rule("INS-5")
class TestWhoEntersChecksInFirst:
    def test_by_scanning_the_code_of_the_firm(self) -> None:
        assert starting(checked_in=False) == [("INS-5", Severity.REQUIRE)]

    def test_except_in_an_emergency(self) -> None:
        assert starting(checked_in=False, is_emergency=True) == []


@pytest.mark.rule("INS-6")
@pytest.mark.parametrize("purpose", ["观摩企业", "完成检查指标", "督导", "罚款任务"])
def test_no_visit_is_disguised_or_driven_by_income(purpose: str) -> None:
    assert planning(purpose=purpose) == [("INS-6", Severity.WARN)]


@pytest.mark.rule("INS-7")
def test_nobody_goes_for_what_documents_would_show() -> None:
    assert planning(why_on_site=" ") == [("INS-7", Severity.WARN)]


@pytest.mark.rule("SUB-2")
def test_an_inspection_needs_two_officers() -> None:
    alone = (PAIR[0], PAIR[0])
    assert planning(officers=alone) == starting(officers=alone) == [("SUB-2", Severity.BLOCK)]


@pytest.mark.rule("SUB-3")
@pytest.mark.parametrize("held", [(False, True), (True, False)])
def test_each_with_a_valid_certificate_of_this_organ(held: tuple[bool, bool]) -> None:
    pair = (PAIR[0], OfficerFacts(2, "乙", *held))
    assert planning(officers=pair) == starting(officers=pair) == [("SUB-3", Severity.BLOCK)]


@pytest.mark.rule("SUB-4")
def test_the_certificates_are_shown_at_the_beginning() -> None:
    assert starting(certificates_shown=False) == [("SUB-4", Severity.REQUIRE)]


class TestLateRegistration:
    """PT-4: recorded within a day, or within ten days with the reason."""

    @pytest.mark.parametrize(
        ("days", "reason", "expected"),
        [(1, "", []), (2, "", [("PT-4", Severity.REQUIRE)]), (10, "系统故障", []),
         (11, "系统故障", [("PT-4", Severity.BLOCK)])],
    )  # fmt: skip
    def test_ends_after_ten_days(self, days: int, reason: str, expected: list[Any]) -> None:
        assert starting(started_at=NOON - timedelta(days=days), late_reason=reason) == expected

    def test_nothing_begins_in_the_future(self) -> None:
        assert starting(started_at=NOON + timedelta(minutes=1)) == [("inspection:time", Severity.BLOCK)]


@pytest.mark.rule("EVI-6")
@pytest.mark.parametrize(
    ("values", "expected"),
    [({"note": ""}, ["EVI-6"]), ({"note_sign": ""}, ["EVI-6"]), ({"note_sign": "refused"}, ["EVI-6"]),
     ({"note_sign": "refused", "witness": "丙"}, [])],
)  # fmt: skip
def test_the_note_is_signed_or_refused_before_a_witness(values: dict[str, Any], expected: list[str]) -> None:
    assert [o.code for o in obstacles_to_concluding(replace(GOOD, **values))] == expected


def test_a_visit_does_not_end_before_it_began() -> None:
    ended = GOOD.started_at - timedelta(minutes=1)  # type: ignore[operator]
    assert [o.code for o in obstacles_to_concluding(replace(GOOD, ended_at=ended))] == ["inspection:time"]


@pytest.mark.parametrize(
    ("over", "rated", "officer", "count"),
    [(True, False, False, 0), (False, False, False, 1), (True, True, False, 1), (True, False, True, 1)],
)
def test_a_firm_rates_once_after_the_visit(over: bool, rated: bool, officer: bool, count: int) -> None:
    found = list(obstacles_to_rating(is_concluded=over, is_rated=rated, is_officer=officer))
    assert len(found) == count
