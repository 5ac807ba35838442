"""The acts on a case: what they write, what they refuse, and what they leave behind when refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from enforcement.models import Case, Decision, LegalReview, NumberSeries
from enforcement.services import cases
from enforcement.vocabulary import CaseRole, CaseState, Outcome
from foundation.models import AuditEntry
from foundation.obstacles import Forbidden, Refused, Stale
from foundation.record.entry import timeline_of
from tests.city import NOON, City, a_clue, a_counterpart, a_filed_case, people_of
from tests.enforcement.case_course import (
    AFTER_DEFENCE,
    DAY,
    NOTHING_FOUND,
    OFF_LIST,
    PENALTY,
    assessed,
    decided,
    educated,
    investigated,
    notified,
)


def codes(refused: Any) -> set[str]:
    return {o.code for o in refused.value.obstacles}


class TestClue:
    def test_stands_under_the_actors_organ_with_its_superiors(self, city: City) -> None:
        case = a_clue(city)
        organ = city.people["officer"].organ
        assert (case.organ_id, case.line_id, case.branch_id) == (organ.pk, organ.line_id, organ.branch_id)

    def test_is_numbered_without_gaps(self, city: City) -> None:
        shop = a_counterpart(city)
        serials = [int(a_clue(city, counterpart=shop).clue_number[-6:]) for _ in range(3)]
        assert serials == [1, 2, 3]

    def test_refuses_tomorrow(self, city: City) -> None:
        with pytest.raises(Refused) as refused:
            a_clue(city, discovered_on=date(2026, 11, 21))
        assert codes(refused) == {"date:future"}
        assert not Case.objects.exists()

    def test_needs_an_officer_who_handles_cases(self, city: City) -> None:
        with pytest.raises(Forbidden):
            cases.register_clue(
                by=city.actor("supervisor"), at=NOON, title="x", counterpart=a_counterpart(city),
                matter=city.matter, source="media", occurred_on=NOON.date(), discovered_on=NOON.date(),
            )  # fmt: skip

    def test_does_not_take_a_counterpart_out_of_reach(self, city: City) -> None:
        theirs = a_counterpart(city, by="officer_north")
        with pytest.raises(type(theirs).DoesNotExist):
            a_clue(city, by="officer", counterpart=theirs)


class TestFiling:
    def test_gives_number_handlers_and_ninety_days(self, city: City) -> None:
        case = a_filed_case(city)
        assert case.number.endswith("立〔2026〕1号")
        assert (case.deadline_on - case.filed_on).days == 90
        assert people_of(case, CaseRole.HANDLER) == {city.people["officer"].pk, city.people["officer2"].pk}

    def test_refused_takes_no_number(self, city: City) -> None:
        case = a_clue(city, by="officer")
        with pytest.raises(Refused):
            cases.file_case(case.pk, by=city.actor("reviewer"), at=NOON)
        assert not NumberSeries.objects.filter(kind="filing").exists()

    def test_declining_needs_a_reason_and_keeps_it(self, city: City) -> None:
        case = a_clue(city)
        with pytest.raises(Refused) as refused:
            cases.decline_filing(case.pk, by=city.actor("head"), at=NOON, ground="no_facts", reason="  ")
        assert codes(refused) == {"case:reason"}
        cases.decline_filing(case.pk, by=city.actor("head"), at=NOON, **NOTHING_FOUND)
        assert timeline_of(case)[0].why == NOTHING_FOUND["reason"]


class TestEditing:
    def test_corrects_what_was_taken_in(self, city: City) -> None:
        case = a_clue(city)
        cases.edit_case(case.pk, by=city.actor("officer2"), at=NOON, place="二街道")
        case.refresh_from_db()
        assert case.place == "二街道"

    def test_sets_nothing_that_a_person_does_not_set(self, city: City) -> None:
        case = a_clue(city)
        with pytest.raises(TypeError):
            cases.edit_case(case.pk, by=city.actor("officer"), at=NOON, state=CaseState.CLOSED)

    def test_is_over_once_the_party_was_notified(self, city: City) -> None:
        case = notified(city)
        with pytest.raises(Refused) as refused:
            cases.edit_case(case.pk, by=city.actor("officer"), at=NOON, place="二街道")
        assert codes(refused) == {"case:wrong_state"}

    def test_tells_somebody_who_read_an_older_state(self, city: City) -> None:
        case = a_clue(city)
        cases.edit_case(case.pk, by=city.actor("officer2"), at=NOON, place="二街道", expected=case.version)
        with pytest.raises(Stale):
            cases.edit_case(case.pk, by=city.actor("officer"), at=NOON, place="三街道", expected=case.version)

    def test_of_another_organs_case_finds_none(self, city: City) -> None:
        case = a_clue(city)
        with pytest.raises(Case.DoesNotExist):
            cases.edit_case(case.pk, by=city.actor("officer_north"), at=NOON, place="二街道")


class TestCircumstances:
    def test_are_recorded_one_by_one(self, city: City) -> None:
        case = a_filed_case(city)
        cases.record_circumstances(case.pk, by=city.actor("officer"), at=NOON, harm="none")
        cases.record_circumstances(case.pk, by=city.actor("officer"), at=NOON, fault="negligent")
        case.circumstances.refresh_from_db()
        assert (case.circumstances.harm, case.circumstances.fault) == ("none", "negligent")

    def test_refuse_a_correction_of_tomorrow(self, city: City) -> None:
        case = a_filed_case(city)
        with pytest.raises(Refused) as refused:
            cases.record_circumstances(
                case.pk, by=city.actor("officer"), at=NOON, corrected_on=NOON.date() + DAY
            )
        assert codes(refused) == {"date:future"}

    def test_take_no_other_field(self, city: City) -> None:
        with pytest.raises(TypeError):
            cases.record_circumstances(a_filed_case(city).pk, by=city.actor("officer"), at=NOON, case_id=1)


class TestNotice:
    def test_gives_five_working_days(self, city: City) -> None:
        assert notified(city).notice.defence_until == date(2026, 11, 27)

    def test_without_rights_is_refused_by_rule_and_not_by_accident(self, city: City) -> None:
        case = assessed(city)
        with pytest.raises(Refused) as refused:
            cases.serve_notice(
                case.pk,
                by=city.actor("officer"),
                at=NOON,
                content="x",
                served_on=NOON.date(),
                rights_told=False,
            )
        assert codes(refused) == {"RGT-1"}
        assert not NumberSeries.objects.filter(kind="notice").exists()

    def test_records_the_defence_and_its_answer(self, city: City) -> None:
        case = notified(city)
        cases.record_defence(
            case.pk, by=city.actor("officer"), at=NOON, defence="已改正", defence_answer="采纳"
        )
        case.notice.refresh_from_db()
        assert (case.notice.defence, case.notice.defence_answer) == ("已改正", "采纳")


class TestReview:
    def test_is_kept_with_its_reviewer(self, city: City) -> None:
        case = assessed(city)
        cases.record_review(case.pk, by=city.actor("reviewer"), at=NOON, opinion="passed", text="同意")
        assert people_of(case, CaseRole.REVIEWER) == {city.people["reviewer"].pk}

    def test_needs_reasons(self, city: City) -> None:
        case = assessed(city)
        with pytest.raises(Refused) as refused:
            cases.record_review(case.pk, by=city.actor("reviewer"), at=NOON, opinion="passed", text=" ")
        assert codes(refused) == {"case:reason"}

    def test_is_not_for_officers(self, city: City) -> None:
        case = assessed(city)
        with pytest.raises(Forbidden):
            cases.record_review(case.pk, by=city.actor("officer"), at=NOON, opinion="passed", text="同意")
        assert not LegalReview.objects.exists()


class TestDecision:
    def test_numbers_dates_and_decider_are_kept(self, city: City) -> None:
        case = decided(city)
        decision = case.decision
        assert decision.number.endswith("罚〔2026〕1号")
        assert decision.carry_out_by == decision.decided_on + 15 * DAY
        assert people_of(case, CaseRole.DECIDER) == {city.people["head"].pk}

    def test_without_penalty_is_numbered_otherwise_and_owes_nothing(self, city: City) -> None:
        decision = educated(city).decision
        assert "不罚" in decision.number
        assert decision.carry_out_by is None

    def test_happens_once(self, city: City) -> None:
        case = decided(city)
        with pytest.raises(Refused) as refused:
            cases.decide_case(case.pk, by=city.actor("head"), at=AFTER_DEFENCE, **PENALTY)
        assert "case:wrong_state" in codes(refused)
        assert Decision.objects.count() == 1

    def test_tells_every_obstacle_at_once_and_leaves_nothing_behind(self, city: City) -> None:
        case = assessed(city)
        with pytest.raises(Refused) as refused:
            cases.decide_case(
                case.pk,
                by=city.actor("head"),
                at=NOON,
                outcome=Outcome.PENALTY,
                reasons="",
                fine=Decimal(9000),
            )
        assert {"RGT-1", "DEC-6", "DIS-0"} <= codes(refused)
        case.refresh_from_db()
        assert (case.state, case.outcome, case.decided_on) == (CaseState.ASSESSED, "", None)
        assert not Decision.objects.exists()
        assert not people_of(case, CaseRole.DECIDER)

    def test_a_reason_against_a_warning_is_recorded(self, city: City) -> None:
        passed_over, decided = timeline_of(educated(city))[:2]
        assert (decided.action, decided.overrides) == ("case:decide", {})
        assert (passed_over.action, passed_over.cause) == ("rule:override", decided)
        assert passed_over.overrides == {
            code: {"reason": "other", "text": text} for code, text in OFF_LIST.items()
        }

    def test_when_served_the_time_to_pay_runs_from_then(self, city: City) -> None:
        case = decided(city)
        later = AFTER_DEFENCE + 3 * DAY
        cases.serve_decision(case.pk, by=city.actor("officer"), at=later, served_on=later.date())
        case.decision.refresh_from_db()
        assert case.decision.carry_out_by == later.date() + 15 * DAY


class TestRecord:
    def test_every_act_on_a_case_stands_in_its_timeline(self, city: City) -> None:
        case = decided(city)
        told = [entry.action for entry in timeline_of(case)]
        expected = [
            "case:register_clue",
            "case:file",
            "case:investigate",
            "case:assess",
            "case:notify",
            "case:decide",
        ]
        assert [action for action in reversed(told) if action in expected] == expected

    def test_every_entry_cites_an_article(self, city: City) -> None:
        investigated(city)
        assert not AuditEntry.objects.filter(action__startswith="case:", article="").exists()
