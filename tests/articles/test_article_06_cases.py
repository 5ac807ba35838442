"""Article 6 in the handling of cases: nobody acts alone, nobody is punished unheard, nobody decides twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from enforcement.models import Case, Officer
from enforcement.services import cases, evidence
from enforcement.services.officers import edit_officer
from enforcement.vocabulary import CaseRole, CaseState, Outcome
from foundation.models import AuditEntry
from foundation.obstacles import Forbidden, Refused
from foundation.permissions import Permission
from tests.city import CONDITIONS, NOON, City, a_clue, a_filed_case, add_evidence, people_of
from tests.enforcement.case_course import (
    AFTER_DEFENCE,
    DAY,
    OFF_LIST,
    PENALTY,
    assessed,
    decided,
    educated,
    investigated,
    notified,
    reasoned,
)
from tests.enforcement.evidence_files import PNG, upload

pytestmark = pytest.mark.article("6")


def refusal(act: Any, *args: Any, **kwargs: Any) -> set[str]:
    """The codes with which ``act`` is refused."""
    with pytest.raises(Refused) as refused:
        act(*args, **kwargs)
    return {o.code for o in refused.value.obstacles}


def qualify(city: City, username: str) -> None:
    edit_officer(city.people[username].pk, by=city.actor("orgadmin"), at=NOON, has_legal_qualification=True)


class TestTwoCertifiedOfficers:
    """An organ acts through at least two officers who hold valid certificates and show them."""

    def conclude(self, case: Case, city: City, **more: Any) -> Case:
        given = {"facts_found": "未明码标价。", "certificates_shown_on": date(2026, 11, 4), **more}
        return cases.conclude_investigation(case.pk, by=city.actor("officer"), at=NOON, **given)

    def test_conclude_an_investigation(self, city: City) -> None:
        assert investigated(city).state == CaseState.INVESTIGATED

    @pytest.mark.rule("SUB-2")
    def test_are_not_one(self, city: City) -> None:
        case = cases.file_case(
            a_clue(city).pk,
            by=city.actor("officer"),
            at=NOON,
            handlers=[city.people["officer"]],
            **CONDITIONS,
        )
        add_evidence(case, city)
        assert refusal(self.conclude, case, city) == {"SUB-2"}

    @pytest.mark.rule("SUB-3")
    def test_hold_a_certificate_that_has_not_run_out(self, city: City) -> None:
        case = a_filed_case(city)
        add_evidence(case, city)
        later = NOON + timedelta(days=3650)
        assert Officer.objects.filter(certificate_until__lt=later.date()).exists()
        assert "SUB-3" in refusal(
            cases.conclude_investigation, case.pk, by=city.actor("officer"), at=later, facts_found="x"
        )

    @pytest.mark.rule("SUB-3")
    def test_belong_to_the_organ(self, city: City) -> None:
        case = a_filed_case(city)
        add_evidence(case, city)
        handlers = [city.people["officer"], city.people["officer_north"]]
        cases.assign_handlers(case.pk, by=city.actor("officer"), at=NOON, handlers=handlers)
        assert refusal(self.conclude, case, city) == {"SUB-3"}

    @pytest.mark.rule("SUB-4")
    def test_show_their_certificates(self, city: City) -> None:
        case = a_filed_case(city)
        add_evidence(case, city)
        assert refusal(self.conclude, case, city, certificates_shown_on=None) == {"SUB-4"}

    @pytest.mark.rule("SUB-2")
    def test_serve_the_notice_too(self, city: City) -> None:
        case = assessed(city)
        cases.assign_handlers(case.pk, by=city.actor("officer"), at=NOON, handlers=[city.people["officer"]])
        assert refusal(
            cases.serve_notice, case.pk, by=city.actor("officer"), at=NOON, content="x",
            served_on=NOON.date(), rights_told=True,
        ) == {"SUB-2"}  # fmt: skip


class TestWhoHandlesDoesNotDecide:
    """Handling, legal review, decision and return visit are four persons' duties."""

    @pytest.mark.rule("SUB-6")
    def test_a_head_who_handles_the_case_is_refused(self, city: City) -> None:
        case = notified(city)
        handlers = [city.people["officer"], city.people["head"]]
        cases.assign_handlers(case.pk, by=city.actor("officer"), at=NOON, handlers=handlers)
        codes = refusal(cases.decide_case, case.pk, by=city.actor("head"), at=AFTER_DEFENCE, **PENALTY)
        assert "SUB-6" in codes

    @pytest.mark.rule("SUB-6")
    def test_a_reviewer_who_is_also_head_is_refused(self, city: City) -> None:
        case = notified(city)
        qualify(city, "head")
        both = city.actor("head")
        both = replace(both, permissions=both.permissions | {Permission.CASE_REVIEW})
        cases.record_review(case.pk, by=both, at=NOON, opinion="passed", text="同意")
        assert refusal(cases.decide_case, case.pk, by=both, at=AFTER_DEFENCE, **PENALTY) == {"SUB-6"}

    @pytest.mark.rule("SUB-6")
    def test_a_handler_does_not_review(self, city: City) -> None:
        case = assessed(city)
        both = city.actor("officer")
        both = replace(both, permissions=both.permissions | {Permission.CASE_REVIEW})
        assert refusal(cases.record_review, case.pk, by=both, at=NOON, opinion="passed", text="同意") == {
            "SUB-6"
        }

    def test_an_officer_does_not_decide_at_all(self, city: City) -> None:
        case = notified(city)
        codes = refusal(cases.decide_case, case.pk, by=city.actor("officer2"), at=AFTER_DEFENCE, **PENALTY)
        assert "actor:lacks_permission" in codes

    def test_the_decider_is_kept_in_the_case(self, city: City) -> None:
        assert people_of(decided(city), CaseRole.DECIDER) == {city.people["head"].pk}


class TestNobodyIsPunishedUnheard:
    """The party is told facts, reasons, basis and rights, and is heard before any penalty."""

    def punish(self, case: Case, city: City, at: Any = AFTER_DEFENCE, **more: Any) -> Case:
        return cases.decide_case(case.pk, by=city.actor("head"), at=at, **{**PENALTY, **more})

    @pytest.mark.rule("RGT-1")
    def test_no_penalty_without_notice(self, city: City) -> None:
        assert refusal(self.punish, assessed(city), city) == {"RGT-1"}

    @pytest.mark.rule("RGT-1")
    def test_no_notice_that_keeps_the_rights_to_itself(self, city: City) -> None:
        case = assessed(city)
        assert refusal(
            cases.serve_notice, case.pk, by=city.actor("officer"), at=NOON, content="x",
            served_on=NOON.date(), rights_told=False,
        ) == {"RGT-1"}  # fmt: skip

    @pytest.mark.rule("RGT-4")
    def test_no_penalty_while_the_time_for_defence_runs(self, city: City) -> None:
        case = notified(city)
        last_day = NOON + 7 * DAY
        assert case.notice.defence_until == last_day.date()
        assert refusal(self.punish, case, city, last_day) == {"RGT-4"}
        assert self.punish(case, city, last_day + DAY).state == CaseState.DECIDED

    def test_a_written_waiver_ends_the_waiting(self, city: City) -> None:
        case = notified(city)
        cases.record_defence(case.pk, by=city.actor("officer"), at=NOON, is_waived=True)
        assert self.punish(case, city, NOON).state == CaseState.DECIDED

    @pytest.mark.rule("RGT-2")
    def test_no_penalty_while_a_defence_is_unanswered(self, city: City) -> None:
        case = notified(city)
        cases.record_defence(case.pk, by=city.actor("officer"), at=NOON, defence="已改正")
        assert refusal(self.punish, case, city) == {"RGT-2"}

    @pytest.mark.rule("RGT-3")
    def test_no_heavier_penalty_for_having_defended_oneself(self, city: City) -> None:
        case = notified(city)
        cases.record_defence(
            case.pk, by=city.actor("officer"), at=NOON, defence="已改正", defence_answer="不采纳"
        )
        assert refusal(self.punish, case, city, fine=Decimal(501)) == {"RGT-3"}
        assert self.punish(case, city, fine=Decimal(500)).state == CaseState.DECIDED


class TestNinetyDays:
    """A case is decided within ninety days of filing."""

    def test_run_from_filing(self, city: City) -> None:
        case = a_filed_case(city)
        assert case.deadline_on == date(2027, 2, 18)

    @pytest.mark.rule("DEC-5")
    def test_once_passed_ask_for_a_recorded_reason(self, city: City) -> None:
        case = notified(city)
        late = NOON + 91 * DAY
        assert refusal(cases.decide_case, case.pk, by=city.actor("head"), at=late, **PENALTY) == {"DEC-5"}
        reasons = {"DEC-5": "鉴定耗时较长"}
        cases.decide_case(case.pk, by=city.actor("head"), at=late, overrides=reasons, **PENALTY)
        entry = AuditEntry.objects.get(action="rule:override")
        assert {code: stored["text"] for code, stored in entry.overrides.items()} == reasons

    def test_are_seen_in_the_list_of_overdue_cases(self, city: City) -> None:
        case = a_filed_case(city)
        assert list(Case.objects.overdue(case.deadline_on)) == []
        assert list(Case.objects.overdue(case.deadline_on + DAY)) == [case]

    def test_do_not_run_for_a_decided_case(self, city: City) -> None:
        case = decided(city)
        assert list(Case.objects.overdue(case.deadline_on + DAY)) == []


@pytest.mark.article("10.1")
class TestEducation:
    """Who is not punished is educated and told to correct."""

    bare = {"outcome": Outcome.NO_PENALTY, "reasons": "轻微"}

    def test_goes_with_every_decision_without_penalty(self, city: City) -> None:
        decision = educated(city).decision
        assert decision.education
        assert decision.correction_order

    @pytest.mark.rule("DEC-8", "LEN-8")
    def test_is_not_forgotten(self, city: City) -> None:
        case = reasoned(assessed(city), city)
        codes = refusal(
            cases.decide_case, case.pk, by=city.actor("head"), at=NOON, overrides=OFF_LIST, **self.bare
        )
        assert codes == {"LEN-8", "DEC-8"}


class TestEvidenceIsSound:
    """Facts rest on evidence that is what it says, and that nobody exchanges afterwards."""

    @pytest.mark.rule("EVI-1")
    def test_no_investigation_ends_without_any(self, city: City) -> None:
        case = a_filed_case(city)
        assert "EVI-1" in refusal(
            cases.conclude_investigation, case.pk, by=city.actor("officer"), at=NOON, facts_found="x",
            certificates_shown_on=date(2026, 11, 4),
        )  # fmt: skip

    def test_a_file_that_is_not_what_it_says_is_refused(
        self, city: City, settings: Any, tmp_path: Any
    ) -> None:
        settings.MEDIA_ROOT = tmp_path
        assert refusal(
            evidence.add_evidence, a_clue(city).pk, by=city.actor("officer"), at=NOON, kind="record",
            title="笔录", collected_on=NOON.date(), file=upload("a.pdf", PNG),
        ) == {"evidence:type"}  # fmt: skip


class TestNoWayAroundTheTerritory:
    """An officer works on the cases of the own organ, and on no others."""

    def test_a_foreign_case_does_not_exist(self, city: City) -> None:
        case = a_clue(city)
        with pytest.raises(Case.DoesNotExist):
            cases.file_case(case.pk, by=city.actor("officer_north"), at=NOON)

    def test_a_superior_who_sees_it_does_not_work_on_it(self, city: City) -> None:
        case = a_clue(city)
        assert Case.objects.visible_to(city.actor("supervisor")).filter(pk=case.pk).exists()
        with pytest.raises(Forbidden):
            cases.edit_case(case.pk, by=city.actor("supervisor"), at=NOON, place="别处")
