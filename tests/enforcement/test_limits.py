"""The periods of procedure and those after it, on known days of 2026 (Penalty, Coercion, Reconsideration Law)."""

from __future__ import annotations

from datetime import date

import pytest

from enforcement.reports.shipped_profiles import shipped_general
from enforcement.rules import limits, limits_after
from enforcement.rules.reckoning import Stop
from tests.enforcement.test_reckoning import OF_2026

PROFILE = shipped_general()
MONDAY = date(2026, 11, 2)


@pytest.mark.rule("FIL-1")
def test_a_clue_is_verified_in_fifteen_working_days_and_once_fifteen_more() -> None:
    assert limits.verification(PROFILE, MONDAY, OF_2026).due_on == date(2026, 11, 23)
    assert limits.verification(PROFILE, MONDAY, OF_2026, extended=True).due_on == date(2026, 12, 14)


@pytest.mark.rule("RGT-4")
def test_the_party_may_defend_itself_for_five_working_days() -> None:
    assert limits.defence(PROFILE, MONDAY, OF_2026).due_on == date(2026, 11, 9)


@pytest.mark.rule("HEA-1")
class TestAHearing:
    def test_is_asked_for_within_five_working_days(self) -> None:
        assert limits.hearing_request(date(2026, 9, 28), OF_2026).due_on == date(2026, 10, 10)

    def test_is_told_seven_working_days_before(self) -> None:
        assert limits.latest_hearing_notice(date(2026, 10, 12), OF_2026) == date(2026, 9, 24)


@pytest.mark.rule("DEC-3")
def test_a_legal_review_takes_ten_working_days() -> None:
    assert limits.review(PROFILE, MONDAY, OF_2026).due_on == date(2026, 11, 16)


@pytest.mark.rule("DEC-5")
class TestTheTimeToDecide:
    def test_is_ninety_calendar_days_and_ends_on_a_worked_day(self) -> None:
        assert limits.decision(PROFILE, date(2026, 7, 7), OF_2026).due_on == date(2026, 10, 8)

    def test_leaves_out_a_suspension_and_adds_an_extension(self) -> None:
        stop = Stop(date(2026, 3, 2), date(2026, 3, 11), "x")
        found = limits.decision(PROFILE, date(2026, 3, 1), OF_2026, stops=[stop], extended_by=[30])
        assert found.due_on == date(2026, 7, 9)


@pytest.mark.rule("DEC-1")
def test_a_summary_decision_is_filed_within_the_days_of_the_field() -> None:
    assert limits.summary_filing(PROFILE, MONDAY, OF_2026).due_on == date(2026, 11, 11)


@pytest.mark.rule("EVI-2")
def test_what_was_registered_in_advance_is_dealt_with_in_seven_working_days() -> None:
    assert limits.registration(date(2026, 9, 29), OF_2026).due_on == date(2026, 10, 14)


@pytest.mark.rule("SRV-1")
def test_a_decision_is_served_within_seven_working_days() -> None:
    assert limits.service(MONDAY, OF_2026).due_on == date(2026, 11, 11)


@pytest.mark.rule("EXE-1")
def test_a_fine_is_paid_within_fifteen_calendar_days() -> None:
    assert limits_after.payment(date(2026, 9, 20), OF_2026).due_on == date(2026, 10, 8)


def test_remedies_end_after_sixty_days_and_six_months() -> None:
    assert limits_after.reconsideration(date(2026, 3, 4), OF_2026).due_on == date(2026, 5, 4)
    assert limits_after.litigation(date(2026, 3, 30), OF_2026).due_on == date(2026, 9, 30)


@pytest.mark.rule("EXE-4")
class TestTheCourt:
    def test_is_asked_within_three_months_after_the_remedies(self) -> None:
        assert limits_after.court_application(date(2026, 4, 30), OF_2026).due_on == date(2026, 7, 30)

    def test_is_not_asked_before_ten_working_days_of_demand_are_over(self) -> None:
        assert limits_after.demand(date(2026, 9, 24), OF_2026).due_on == date(2026, 10, 14)


@pytest.mark.rule("COE-5")
class TestASeizure:
    def test_lasts_thirty_days_at_most_holiday_or_not(self) -> None:
        assert limits_after.seizure(date(2026, 9, 4), OF_2026).due_on == date(2026, 10, 4)

    def test_is_lengthened_once_and_testing_is_not_counted(self) -> None:
        testing = [Stop(date(2026, 3, 10), date(2026, 3, 14), "testing")]
        found = limits_after.seizure(date(2026, 3, 1), OF_2026, testing=testing, extended=True)
        assert found.due_on == date(2026, 5, 5)


@pytest.mark.rule("COE-6")
def test_freezing_lasts_thirty_days_and_is_told_within_three_working_days() -> None:
    assert limits_after.freezing(date(2026, 9, 4), OF_2026, extended=True).due_on == date(2026, 11, 3)
    assert limits_after.freeze_document(date(2026, 9, 30), OF_2026).due_on == date(2026, 10, 10)


@pytest.mark.rule("COE-11")
def test_substitute_performance_is_demanded_once_more_three_working_days_before() -> None:
    assert limits_after.substitute_demand(date(2026, 10, 9), OF_2026) == date(2026, 9, 28)


@pytest.mark.rule("COE-13")
def test_what_was_suspended_for_three_years_is_executed_no_more() -> None:
    assert limits_after.end_of_execution(date(2024, 2, 29)) == date(2027, 2, 28)


@pytest.mark.rule("PUB-1")
def test_penalties_are_published_in_seven_working_days_and_other_results_in_twenty() -> None:
    penalty = limits_after.publication(MONDAY, OF_2026, is_penalty_or_licence=True)
    other = limits_after.publication(MONDAY, OF_2026, is_penalty_or_licence=False)
    assert (penalty.due_on, other.due_on) == (date(2026, 11, 11), date(2026, 11, 30))


@pytest.mark.rule("PUB-3")
def test_a_decision_undone_is_withdrawn_in_three_working_days() -> None:
    assert limits_after.withdrawal(date(2026, 11, 20), OF_2026).due_on == date(2026, 11, 25)


@pytest.mark.rule("PUB-4")
def test_publicity_ends_after_three_months_or_three_years() -> None:
    assert limits_after.end_of_publicity(date(2026, 11, 30), is_slight=True) == date(2027, 2, 28)
    assert limits_after.end_of_publicity(date(2026, 11, 30), is_slight=False) == date(2029, 11, 30)
