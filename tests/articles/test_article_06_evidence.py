"""Article 6 in what proves a case: verified, lawfully obtained, never out of sight, and written down."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from enforcement.models import Case, CustodyStep, Evidence, Notification, Preservation
from enforcement.rules.cases import obstacles_to_investigated
from enforcement.rules.evidence import (
    MonitoringFacts,
    obstacles_to_monitoring,
    obstacles_to_relying_on,
    obstacles_to_verifying,
)
from enforcement.rules.records import (
    PhaseCover,
    RecordFacts,
    obstacles_to_recording,
    obstacles_to_whole_process,
)
from enforcement.services import cases, evidence
from enforcement.vocabulary import EvidenceKind, EvidenceStanding, PreservationState
from foundation.due import sweep
from foundation.obstacles import Refused, Severity
from tests.city import NOON, City, a_filed_case, add_evidence
from tests.enforcement.case_course import AFTER_DEFENCE, DAY, PENALTY, notified
from tests.enforcement.case_facts import codes, facts

pytestmark = pytest.mark.article("6")
DAY_OF_RECORD = date(2026, 11, 10)
EARLIER = date(2026, 9, 1)
SOUND_DEVICE = MonitoringFacts(DAY_OF_RECORD, EARLIER, EARLIER, EARLIER, DAY_OF_RECORD, DAY_OF_RECORD)


def refusal(act: Any, *args: Any, **kwargs: Any) -> set[str]:
    with pytest.raises(Refused) as refused:
        act(*args, **kwargs)
    return {o.code for o in refused.value.obstacles}


def find_on(row: Evidence, city: City, standing: str, reason: str = "") -> Case:
    return evidence.verify_evidence(
        row.case_id, by=city.actor("officer"), at=NOON, evidence=[row], standing=standing, reason=reason
    )


@pytest.mark.rule("EVI-1")
class TestOnlyVerifiedEvidenceSupportsAFinding:
    @pytest.mark.parametrize("standing", ["pending", "rejected", "illegal"])
    def test_anything_else_does_not(self, standing: str) -> None:
        assert codes(obstacles_to_relying_on(standings=(standing,))) == ["EVI-1"]
        assert codes(obstacles_to_relying_on(standings=(standing, "verified"))) == []

    def test_the_kinds_are_eight(self) -> None:
        assert len(EvidenceKind) == 8
        assert codes(obstacles_to_verifying(kind="hearsay", standing="verified", reason="")) == ["EVI-1"]

    def test_the_investigation_does_not_end_on_what_nobody_verified(self, city: City) -> None:
        case = a_filed_case(city)
        find_on(add_evidence(case, city), city, EvidenceStanding.REJECTED, "与案件无关。")
        given = {"facts_found": "未标价。", "certificates_shown_on": date(2026, 11, 4)}
        assert refusal(cases.conclude_investigation, case.pk, by=city.actor("officer"), at=NOON, **given) == {
            "EVI-1"
        }

    def test_nobody_is_punished_on_what_was_excluded_later(self, city: City) -> None:
        case = notified(city)
        find_on(case.evidence.get(), city, EvidenceStanding.ILLEGAL, "以威胁方法取得。")
        head = city.actor("head")
        assert "EVI-1" in refusal(cases.decide_case, case.pk, by=head, at=AFTER_DEFENCE, **PENALTY)

    def test_it_is_not_set_aside_in_silence(self, city: City) -> None:
        row = add_evidence(a_filed_case(city), city)
        assert refusal(find_on, row, city, EvidenceStanding.ILLEGAL) == {"EVI-1"}

    def test_evidence_of_another_case_is_not_found_on(self, city: City) -> None:
        one, other = a_filed_case(city), add_evidence(a_filed_case(city), city)
        with pytest.raises(Evidence.DoesNotExist):
            evidence.verify_evidence(
                one.pk, by=city.actor("officer"), at=NOON, evidence=[other], standing="verified"
            )


class TestTheChainOfCustody:
    """Who took it, who has it, where it lies: step after step, none changed."""

    def hand(self, row: Evidence, city: City, at: datetime, kind: str = "stored") -> Case:
        return evidence.hand_evidence(
            row.case_id, by=city.actor("officer"), at=NOON, evidence=row, kind=kind, happened_at=at,
            receiver="物证室", place="物证室三柜",
        )  # fmt: skip

    def test_grows(self, city: City) -> None:
        row = add_evidence(a_filed_case(city), city)
        for hours in (5, 3, 1):
            self.hand(row, city, NOON - timedelta(hours=hours))
        assert [s.happened_at for s in row.custody.all()] == sorted(s.happened_at for s in row.custody.all())

    def test_has_no_step_before_the_last_or_in_the_future(self, city: City) -> None:
        row = add_evidence(a_filed_case(city), city)
        self.hand(row, city, NOON - timedelta(hours=1))
        for wrong in (NOON - timedelta(hours=2), NOON + timedelta(hours=1)):
            assert refusal(self.hand, row, city, wrong) == {"evidence:custody"}

    def test_ends_when_it_is_given_back(self, city: City) -> None:
        row = add_evidence(a_filed_case(city), city)
        self.hand(row, city, NOON - timedelta(hours=1), kind="returned")
        assert refusal(self.hand, row, city, NOON) == {"evidence:custody"}

    def test_stands_on_the_page_of_the_evidence(self, city: City, as_user: Any) -> None:
        row = add_evidence(a_filed_case(city), city)
        self.hand(row, city, NOON)
        where = f"/cases/{row.case_id}/evidence/{row.pk}/about/"
        assert "物证室三柜" in as_user("officer").get(where).content.decode()
        assert "物证室三柜" not in as_user("evaluator").get(where).content.decode()
        assert as_user("officer_north").get(where).status_code == 404
        assert CustodyStep.objects.visible_to(city.actor("officer_north")).count() == 0


@pytest.mark.rule("EVI-2")
class TestPriorRegistration:
    """Evidence that may be lost is registered with the head's approval, for seven working days at most."""

    def proposed(self, city: City) -> Preservation:
        case = a_filed_case(city)
        evidence.preserve_evidence(
            case.pk, by=city.actor("officer"), at=NOON, items="账本一册", place="档案室", reason="可能灭失"
        )
        return case.preservations.get()

    def approved(self, city: City) -> Preservation:
        row = self.proposed(city)
        evidence.approve_preservation(
            row.case_id, by=city.actor("head"), at=NOON, preservation=row, is_approved=True
        )
        return Preservation.objects.get(pk=row.pk)

    def test_needs_the_head(self, city: City) -> None:
        row = self.proposed(city)
        officer = city.actor("officer")
        assert refusal(
            evidence.end_preservation, row.case_id, by=officer, at=NOON, preservation=row, ending="returned"
        ) == {"EVI-2"}
        assert self.approved(city).state == PreservationState.APPROVED

    def test_is_not_approved_by_who_handles_the_case(self, city: City) -> None:
        row = self.proposed(city)
        handlers = [city.people["officer"], city.people["head"]]
        cases.assign_handlers(row.case_id, by=city.actor("officer"), at=NOON, handlers=handlers)
        head = city.actor("head")
        assert refusal(
            evidence.approve_preservation, row.case_id, by=head, at=NOON, preservation=row, is_approved=True
        ) == {"EVI-2"}

    def test_lasts_seven_working_days(self, city: City) -> None:
        assert self.approved(city).decide_by == date(2026, 12, 1)  # a Friday, and two weekends less

    def test_lapses_when_nobody_dealt_with_it(self, city: City) -> None:
        row = self.approved(city)
        sweep(at=NOON + 11 * DAY)
        row.refresh_from_db()
        assert row.state == PreservationState.APPROVED
        for _twice in range(2):
            sweep(at=NOON + 12 * DAY)
        row.refresh_from_db()
        assert row.state == PreservationState.LAPSED
        assert Notification.objects.filter(kind="preservation:lapsed").count() == 2

    def test_does_not_lapse_once_it_was_dealt_with(self, city: City) -> None:
        row = self.approved(city)
        evidence.end_preservation(
            row.case_id, by=city.actor("officer"), at=NOON, preservation=row, ending="copied"
        )
        sweep(at=NOON + 12 * DAY)
        row.refresh_from_db()
        assert row.state == PreservationState.ENDED


@pytest.mark.rule("EVI-3")
class TestAMonitoringDevice:
    """It is reviewed in law and technology and its place is public before it records; the party is told."""

    def test_that_keeps_its_duties_proves(self) -> None:
        assert codes(obstacles_to_monitoring(SOUND_DEVICE)) == []

    @pytest.mark.parametrize(
        "duty", ["legal_review_on", "technical_review_on", "published_on", "reviewed_on", "party_told_on"]
    )
    def test_that_neglects_one_does_not(self, duty: str) -> None:
        assert codes(obstacles_to_monitoring(replace(SOUND_DEVICE, **{duty: None}))) == ["EVI-3"]

    def test_was_fit_before_it_recorded(self) -> None:
        late = replace(SOUND_DEVICE, legal_review_on=DAY_OF_RECORD + DAY)
        assert codes(obstacles_to_monitoring(late)) == ["EVI-3"]

    def test_its_record_is_not_verified_before(self, city: City) -> None:
        row = add_evidence(a_filed_case(city), city)
        evidence.record_monitoring(
            row.case_id, by=city.actor("officer"), at=NOON, evidence=row, device="电子眼", place="路口"
        )
        assert refusal(find_on, row, city, EvidenceStanding.VERIFIED) == {"EVI-3"}


@pytest.mark.rule("EVI-4")
class TestTheWholeProcessIsRecorded:
    def test_a_phase_without_text_is_missing(self) -> None:
        covers = (PhaseCover("start", True, False, False), PhaseCover("service", False, False, False))
        found = list(obstacles_to_whole_process(covers))
        assert [(o.code, o.severity) for o in found] == [("EVI-4", Severity.REQUIRE)]

    def test_where_much_is_at_stake_a_recording_is_missing_too(self) -> None:
        covers = (PhaseCover("evidence", True, True, False, needs_recording=True),)
        assert [o.severity for o in obstacles_to_whole_process(covers)] == [Severity.WARN]

    def test_the_case_shows_phase_by_phase_what_it_has(self, city: City, as_user: Any) -> None:
        case = notified(city)
        covers = [
            c for _label, c in as_user("officer").get(f"/cases/{case.pk}/records/").context["page"]["covers"]
        ]
        assert [(c.phase, c.reached, c.has_text) for c in covers[:3]] == [
            ("start", True, True), ("evidence", True, True), ("review", False, False),
        ]  # fmt: skip

    def test_the_api_tells_the_same(self, city: City, with_token: Any) -> None:
        case = notified(city)
        told = with_token("officer").get(f"/api/v1/cases/{case.pk}/procedure/").json()
        assert told["coverage"][0] == {
            "phase": "start", "reached": True, "has_text": True, "has_recording": False, "needs_recording": False,
        }  # fmt: skip


def footage(**more: Any) -> RecordFacts:
    return RecordFacts("on_site", "video", made_at=NOON, uploaded_at=NOON + timedelta(hours=2), **more)


@pytest.mark.rule("EVI-5")
class TestARecording:
    """Stored within a day, whole or with the spoken reason of its gap, and both sides to be seen."""

    def test_that_is_whole_is_kept(self) -> None:
        assert codes(obstacles_to_recording(footage(), at=NOON)) == []

    @pytest.mark.parametrize("defect", [{"has_gap": True}, {"shows_both_sides": False}])
    def test_with_a_defect_asks_for_a_reason(self, defect: dict[str, bool]) -> None:
        found = list(obstacles_to_recording(footage(**defect), at=NOON))
        assert [(o.code, o.severity) for o in found] == [("EVI-5", Severity.WARN)]

    @pytest.mark.parametrize(("hours", "late"), [(24, False), (25, True)])
    def test_is_stored_within_a_day(self, hours: int, late: bool) -> None:
        stored = replace(footage(), uploaded_at=NOON + timedelta(hours=hours))
        assert codes(obstacles_to_recording(stored, at=NOON)) == (["EVI-5"] if late else [])

    def test_with_its_reason_is_kept_with_its_defect(self, city: City) -> None:
        case = a_filed_case(city)
        given = {"phase": "evidence", "medium": "video", "kind": "on_site", "title": "检查录像",
                 "made_at": NOON - 2 * DAY}  # fmt: skip
        officer = city.actor("officer")
        assert refusal(evidence.record_process, case.pk, by=officer, at=NOON, **given) == {"EVI-5"}
        evidence.record_process(
            case.pk, by=officer, at=NOON, overrides={"EVI-5": "记录仪故障，次日修复。"}, **given
        )
        assert case.process_records.count() == 1


@pytest.mark.rule("EVI-6")
class TestANote:
    """An inquiry and a visit to the place leave a note, signed page by page, or the refusal has a witness."""

    def note(self, case: Case, city: City, **more: Any) -> Case:
        given = {
            "phase": "evidence",
            "medium": "text",
            "kind": "inquiry",
            "title": "询问笔录",
            "made_at": NOON,
            **more,
        }
        return evidence.record_process(case.pk, by=city.actor("officer"), at=NOON, **given)

    def test_is_signed(self, city: City) -> None:
        case = a_filed_case(city)
        assert refusal(self.note, case, city) == {"EVI-6"}
        self.note(case, city, signature="pages")
        assert case.process_records.get().signature == "pages"

    def test_or_the_refusal_is_witnessed(self, city: City) -> None:
        case = a_filed_case(city)
        assert refusal(self.note, case, city, signature="refused") == {"EVI-6"}
        self.note(case, city, signature="refused", witness="社区网格员")

    def test_without_one_the_investigation_does_not_end(self) -> None:
        assert codes(obstacles_to_investigated(facts(has_note=False))) == ["EVI-6"]
        assert codes(obstacles_to_investigated(facts())) == []
