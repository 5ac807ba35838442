"""Each rule about a case speaks when it must, and only then; no database is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enforcement.rules.cases import (
    obstacles_to_acting_on_site,
    obstacles_to_carrying_out,
    obstacles_to_closing,
    obstacles_to_competence,
    obstacles_to_investigated,
    obstacles_to_unshown_certificates,
)
from enforcement.rules.dates import obstacles_to_clue_dates, obstacles_to_service
from enforcement.rules.decisions import obstacles_to_deciding
from enforcement.rules.limitation import last_day_to_discover
from enforcement.rules.notices import obstacles_to_notifying
from enforcement.vocabulary import Harm, Outcome, ReviewOpinion
from foundation.obstacles import Severity
from tests.enforcement.case_facts import BANDS, FINE, FIRST, SECOND, TODAY, codes, facts, fined, penal


class TestCompetence:
    def test_an_active_organ_with_the_matter_may_file(self) -> None:
        assert codes(obstacles_to_competence(facts())) == []

    @pytest.mark.rule("SUB-1")
    def test_both_faults_are_told_at_once(self) -> None:
        found = obstacles_to_competence(facts(organ_is_active=False, matter_in_duties=False))
        assert codes(found) == ["SUB-1", "SUB-1"]


class TestActingOnSite:
    def test_two_certified_officers_may_act(self) -> None:
        assert codes(obstacles_to_acting_on_site(facts())) == []

    @pytest.mark.rule("SUB-2")
    def test_one_officer_may_not(self) -> None:
        assert codes(obstacles_to_acting_on_site(facts(handlers=(FIRST,)))) == ["SUB-2"]

    @pytest.mark.rule("SUB-3")
    @pytest.mark.parametrize("fault", ["is_certified", "is_of_the_organ"])
    def test_an_officer_without_certificate_or_of_another_organ_may_not(self, fault: str) -> None:
        other = replace(SECOND, **{fault: False})
        assert codes(obstacles_to_acting_on_site(facts(handlers=(FIRST, other)))) == ["SUB-3"]


class TestInvestigation:
    def test_is_concluded_with_evidence_and_facts(self) -> None:
        assert codes(obstacles_to_investigated(facts())) == []

    @pytest.mark.rule("EVI-1", "EVI-6")
    def test_needs_evidence_and_facts(self) -> None:
        found = obstacles_to_investigated(facts(has_evidence=False, has_facts_found=False))
        assert codes(found) == ["EVI-1", "EVI-6"]

    @pytest.mark.rule("SUB-4")
    def test_needs_the_day_on_which_certificates_were_shown(self) -> None:
        assert codes(obstacles_to_unshown_certificates(facts(certificates_shown_on=None))) == ["SUB-4"]
        assert codes(obstacles_to_unshown_certificates(facts())) == []

    def test_certificates_cannot_be_shown_tomorrow(self) -> None:
        tomorrow = facts(certificates_shown_on=date(2026, 11, 21))
        assert codes(obstacles_to_investigated(tomorrow)) == ["date:future"]


class TestDays:
    def test_a_clue_of_yesterday_is_sound(self) -> None:
        yesterday = date(2026, 11, 19)
        found = obstacles_to_clue_dates(today=TODAY, occurred_on=yesterday, discovered_on=yesterday)
        assert codes(found) == []

    def test_tells_every_day_that_cannot_be_right(self) -> None:
        found = list(
            obstacles_to_clue_dates(
                today=TODAY,
                occurred_on=date(2026, 11, 22),
                discovered_on=date(2026, 11, 21),
                ended_on=date(2026, 11, 1),
            )
        )
        assert [(o.code, o.field) for o in found] == [
            ("date:future", "occurred_on"),
            ("date:future", "discovered_on"),
            ("date:too_early", "discovered_on"),
            ("date:too_early", "ended_on"),
        ]

    def test_a_decision_is_served_after_it_was_taken(self) -> None:
        found = obstacles_to_service(today=TODAY, served_on=date(2026, 11, 1), decided_on=date(2026, 11, 2))
        assert codes(found) == ["date:too_early"]

    def test_a_decision_is_carried_out_after_it_was_taken_and_not_tomorrow(self) -> None:
        early = facts(decided_on=date(2026, 11, 10), carried_out_on=date(2026, 11, 9))
        assert codes(obstacles_to_carrying_out(early)) == ["date:too_early"]
        tomorrow = facts(decided_on=date(2026, 11, 10), carried_out_on=date(2026, 11, 21))
        assert codes(obstacles_to_carrying_out(tomorrow)) == ["date:future"]


class TestNotice:
    def test_nothing_is_asked_of_a_notice_that_is_not_written_yet(self) -> None:
        assert codes(obstacles_to_notifying(facts(notice_served_on=None, rights_told=False))) == []

    @pytest.mark.rule("RGT-1")
    def test_must_tell_the_rights(self) -> None:
        found = list(obstacles_to_notifying(facts(rights_told=False)))
        assert [(o.code, o.field) for o in found] == [("RGT-1", "rights_told")]

    @pytest.mark.parametrize(
        ("served_on", "code"), [(date(2026, 11, 21), "date:future"), (date(2026, 10, 4), "date:too_early")]
    )
    def test_is_served_neither_tomorrow_nor_before_filing(self, served_on: date, code: str) -> None:
        assert codes(obstacles_to_notifying(facts(notice_served_on=served_on))) == [code]


class TestDeciding:
    def test_a_sound_penalty_meets_no_obstacle(self) -> None:
        assert codes(obstacles_to_deciding(penal())) == []

    @pytest.mark.rule("SUB-6")
    def test_who_handles_does_not_decide(self) -> None:
        assert codes(obstacles_to_deciding(penal(actor_id=FIRST.id))) == ["SUB-6"]

    @pytest.mark.rule("SUB-6")
    @pytest.mark.parametrize("role", ["reviewer", "visitor"])
    def test_who_reviews_or_visits_does_not_decide(self, role: str) -> None:
        assert codes(obstacles_to_deciding(penal(actor_role=role))) == ["SUB-6"]

    @pytest.mark.rule("DEC-2")
    def test_a_flagged_case_needs_legal_review(self) -> None:
        assert codes(obstacles_to_deciding(penal(is_flagged=True))) == ["DEC-2"]
        passed = penal(is_flagged=True, review_opinion=ReviewOpinion.PASSED)
        assert codes(obstacles_to_deciding(passed)) == []

    @pytest.mark.rule("DEC-2")
    def test_a_returned_review_stands_against_any_decision(self) -> None:
        assert codes(obstacles_to_deciding(penal(review_opinion=ReviewOpinion.RETURNED))) == ["DEC-2"]

    @pytest.mark.rule("DEC-5")
    def test_after_ninety_days_a_reason_is_asked(self) -> None:
        late = list(obstacles_to_deciding(penal(deadline_on=date(2026, 11, 19))))
        assert [(o.code, o.severity) for o in late] == [("DEC-5", Severity.WARN)]
        assert codes(obstacles_to_deciding(penal(deadline_on=TODAY))) == []

    @pytest.mark.rule("DEC-6")
    def test_reasons_are_owed(self) -> None:
        found = penal(decision=replace(FINE, has_reasons=False))
        assert codes(obstacles_to_deciding(found)) == ["DEC-6"]

    @pytest.mark.rule("DEC-6")
    def test_a_penalty_names_its_kind_and_a_fine_its_amount(self) -> None:
        without_kind = penal(decision=replace(FINE, penalty_kind=""))
        without_amount = penal(decision=replace(FINE, fine=None))
        assert codes(obstacles_to_deciding(without_kind)) == ["DEC-6"]
        assert codes(obstacles_to_deciding(without_amount)) == ["DEC-6"]

    @pytest.mark.rule("DEC-7")
    def test_a_transfer_names_who_takes_over(self) -> None:
        found = penal(outcome=Outcome.TRANSFERRED, decision=replace(FINE, penalty_kind="", fine=None))
        assert codes(obstacles_to_deciding(found)) == ["DEC-7"]

    @pytest.mark.rule("DEC-8", "LEN-8")
    def test_no_penalty_needs_education_and_an_order_to_correct(self) -> None:
        bare = facts(outcome=Outcome.NO_PENALTY)
        assert codes(obstacles_to_deciding(bare)) == ["LEN-8", "DEC-8"]
        whole = replace(bare, has_education_record=True, has_correction_order=True)
        assert codes(obstacles_to_deciding(whole)) == []

    def test_a_violation_that_is_not_established_needs_neither(self) -> None:
        assert codes(obstacles_to_deciding(facts(outcome=Outcome.NOT_ESTABLISHED))) == []


class TestBeingHeard:
    @pytest.mark.rule("RGT-1")
    def test_no_penalty_before_notice(self) -> None:
        found = penal(notice_served_on=None, defence_until=None)
        assert codes(obstacles_to_deciding(found)) == ["RGT-1"]

    @pytest.mark.rule("RGT-4")
    def test_no_penalty_while_the_time_for_defence_runs(self) -> None:
        assert codes(obstacles_to_deciding(penal(defence_until=TODAY))) == ["RGT-4"]

    def test_a_written_waiver_ends_the_waiting(self) -> None:
        assert codes(obstacles_to_deciding(penal(defence_until=TODAY, notice_waived=True))) == []

    @pytest.mark.rule("RGT-2")
    def test_a_defence_must_be_answered(self) -> None:
        assert codes(obstacles_to_deciding(penal(defence_filed=True))) == ["RGT-2"]
        assert codes(obstacles_to_deciding(penal(defence_filed=True, defence_reviewed=True))) == []

    @pytest.mark.rule("RGT-3")
    def test_a_defence_does_not_make_the_penalty_heavier(self) -> None:
        heard = {"defence_filed": True, "defence_reviewed": True}
        assert codes(obstacles_to_deciding(penal(**heard, intended_fine=Decimal(2999)))) == ["RGT-3"]
        assert codes(obstacles_to_deciding(penal(**heard, intended_fine=Decimal(3000)))) == []


class TestDiscretion:
    @pytest.mark.parametrize("fine", [999, 10_001])
    def test_a_fine_stays_in_the_statutory_range(self, fine: int) -> None:
        assert codes(obstacles_to_deciding(fined(fine))) == ["DIS-0"]

    @pytest.mark.parametrize("fine", [1000, 10_000])
    def test_the_ends_of_the_range_belong_to_it(self, fine: int) -> None:
        assert codes(obstacles_to_deciding(fined(fine))) == []

    @pytest.mark.rule("DIS-4")
    def test_mitigated_means_below_the_minimum(self) -> None:
        assert codes(obstacles_to_deciding(fined(1000, Outcome.MITIGATED))) == ["DIS-4"]
        assert codes(obstacles_to_deciding(fined(999, Outcome.MITIGATED))) == []

    @pytest.mark.rule("DIS-3")
    def test_lighter_means_the_lower_half(self) -> None:
        above = list(obstacles_to_deciding(fined(5501, Outcome.LIGHTER)))
        assert [(o.code, o.severity) for o in above] == [("DIS-3", Severity.WARN)]
        assert codes(obstacles_to_deciding(fined(5500, Outcome.LIGHTER))) == []

    def test_lighter_stays_in_the_range(self) -> None:
        assert codes(obstacles_to_deciding(fined(500, Outcome.LIGHTER))) == ["DIS-0"]

    @pytest.mark.rule("DIS-1")
    def test_where_there_is_a_benchmark_the_decision_names_its_tier(self) -> None:
        assert codes(obstacles_to_deciding(fined(3000, bands=BANDS))) == ["DIS-1"]
        assert codes(obstacles_to_deciding(fined(3000, bands=BANDS, tier="normal"))) == []

    @pytest.mark.rule("DIS-2")
    @pytest.mark.parametrize("outcome", [Outcome.PENALTY, Outcome.LIGHTER])
    def test_leaving_the_tier_needs_an_approval_that_no_reason_replaces(self, outcome: str) -> None:
        found = list(obstacles_to_deciding(fined(3000, outcome, bands=BANDS, tier="slight")))
        assert [(o.code, o.severity) for o in found] == [("DIS-2", Severity.REQUIRE)]

    @given(st.decimals(min_value=0, max_value=20_000, places=2))
    def test_no_amount_is_both_a_sound_penalty_and_a_mitigated_one(self, fine: Decimal) -> None:
        as_penalty = codes(obstacles_to_deciding(fined(fine)))
        as_mitigated = codes(obstacles_to_deciding(fined(fine, Outcome.MITIGATED)))
        assert as_penalty or as_mitigated


class TestLimitation:
    @pytest.mark.rule("LIM-1")
    def test_two_years_from_the_end(self) -> None:
        in_time = penal(occurred_on=date(2024, 10, 2), discovered_on=date(2026, 10, 2))
        late = penal(occurred_on=date(2024, 10, 1), discovered_on=date(2026, 10, 2))
        assert codes(obstacles_to_deciding(in_time)) == []
        assert codes(obstacles_to_deciding(late)) == ["LIM-1"]

    def test_what_lasted_counts_from_its_end(self) -> None:
        lasted = penal(occurred_on=date(2020, 1, 1), ended_on=date(2026, 1, 1))
        assert codes(obstacles_to_deciding(lasted)) == []

    @pytest.mark.rule("LIM-1")
    def test_five_years_where_safety_was_harmed(self) -> None:
        old = {"occurred_on": date(2022, 10, 2), "discovered_on": date(2026, 10, 2)}
        assert codes(obstacles_to_deciding(penal(**old))) == ["LIM-1"]
        assert codes(obstacles_to_deciding(penal(**old, endangers_safety=True, harm=Harm.NONE))) == ["LIM-1"]
        assert codes(obstacles_to_deciding(penal(**old, endangers_safety=True, harm=Harm.SLIGHT))) == []

    def test_does_not_stand_against_a_decision_without_penalty(self) -> None:
        old = facts(outcome=Outcome.NOT_ESTABLISHED, occurred_on=date(2020, 1, 1))
        assert codes(obstacles_to_deciding(old)) == []

    def test_a_leap_day_has_a_last_day_too(self) -> None:
        assert last_day_to_discover(facts(occurred_on=date(2024, 2, 29))) == date(2026, 2, 28)

    @pytest.mark.rule("LEN-1")
    def test_a_child_is_not_punished(self) -> None:
        assert codes(obstacles_to_deciding(penal(party_age=13))) == ["LEN-1"]
        assert "LEN-1" not in codes(obstacles_to_deciding(penal(party_age=14)))


class TestClosing:
    @pytest.mark.parametrize("outcome", [Outcome.PENALTY, Outcome.LIGHTER, Outcome.MITIGATED])
    def test_a_penalty_is_carried_out_first(self, outcome: str) -> None:
        assert codes(obstacles_to_closing(facts(outcome=outcome))) == ["EXE-0"]
        assert codes(obstacles_to_closing(facts(outcome=outcome, carried_out_on=TODAY))) == []

    def test_a_case_without_penalty_closes_at_once(self) -> None:
        assert codes(obstacles_to_closing(facts(outcome=Outcome.NO_PENALTY))) == []


def test_every_obstacle_says_what_to_do_next_and_from_where_it_comes() -> None:
    worst = facts(
        organ_is_active=False, matter_in_duties=False, handlers=(), has_evidence=False, has_facts_found=False,
        is_flagged=True, notice_served_on=None, certificates_shown_on=None, outcome=Outcome.PENALTY,
        decision=replace(FINE, fine=Decimal(1), penalty_kind="", has_reasons=False, bands=BANDS),
        deadline_on=date(2026, 1, 1), occurred_on=date(2000, 1, 1), party_age=3, actor_role="reviewer",
    )  # fmt: skip
    rules = (obstacles_to_competence, obstacles_to_investigated, obstacles_to_unshown_certificates)
    found = [o for rule in (*rules, obstacles_to_deciding, obstacles_to_closing) for o in rule(worst)]
    assert len(found) > 12
    assert all(o.article and str(o.message) and str(o.next_step) for o in found)
