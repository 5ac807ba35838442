"""What a case tells the rules: its days, and its facts (Art. 3, 6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from enforcement.models.standing import deliberation_facts, hearing_facts
from enforcement.rules.answering import source_of_answer
from enforcement.rules.deadlines import Deadline, deadlines_of
from enforcement.rules.facts import CaseFacts, OfficerFacts
from enforcement.vocabulary import UNDECIDED, CaseRole, CaseState, EvidenceKind
from foundation.actors import Actor

NOTES = (EvidenceKind.RECORD, EvidenceKind.STATEMENT, EvidenceKind.TESTIMONY)


def deadlines_of_case(case: Any) -> Iterator[Deadline]:
    """The days that ``case`` must keep, met or not."""
    notice = getattr(case, "notice", None)
    decision = getattr(case, "decision", None)
    circumstances = getattr(case, "circumstances", None)
    asked, referral = getattr(case, "court_application", None), getattr(case, "crime_referral", None)
    publication, marks = getattr(case, "publication", None), _marked(case)
    return deadlines_of(
        deadline_on=case.deadline_on,
        decided_on=case.decided_on,
        defence_until=notice.defence_until if notice else None,
        waived_on=notice.served_on if notice and notice.is_waived else None,
        serve_by=decision.serve_by if decision else None,
        served_on=decision.served_on if decision else None,
        carry_out_by=decision.carry_out_by if decision else None,
        carried_out_on=case.carried_out_on,
        correct_by=circumstances.correct_by if circumstances else None,
        corrected_on=circumstances.corrected_on if circumstances else None,
        verify_by=case.verify_by if case.state == CaseState.CLUE else None,
        file_by=decision.file_by if decision else None,
        handed_in_on=decision.handed_in_on if decision else None,
        court_until=decision.court_until if decision else None,
        court_asked_on=asked.applied_on if asked else None,
        crime_ask_by=referral.ask_by if referral else None,
        crime_answered_on=referral.answered_on if referral else None,
        publish_by=publication.publish_by if publication else None,
        published_on=publication.settled_on if publication else None,
        withdraw_by=publication.withdraw_by if publication else None,
        withdrawn_on=publication.withdrawn_on if publication else None,
        review_by=marks.review_due,
        answer_by=marks.answer_due,
        answer_source=source_of_answer(marks.answer_kind or "", marks.answer_course or ""),
        hand_in_by=marks.hand_in_due,
        bank_by=marks.bank_due,
    )


def facts_of_case(case: Any, *, by: Actor, at: datetime) -> CaseFacts:
    """What the rules need to know about ``case`` now."""
    today = timezone.localdate(at)
    notice = getattr(case, "notice", None)
    decision = getattr(case, "decision", None)
    circumstances = getattr(case, "circumstances", None)
    filing = getattr(case, "filing_check", None)
    non_filing = getattr(case, "non_filing", None)
    reviews = sorted(case.reviews.all(), key=lambda review: review.pk)
    return CaseFacts(
        actor_id=by.officer_id,
        actor_role=case.role_of(by.officer_id),
        today=today,
        organ_is_active=case.organ.is_active,
        matter_in_duties=any(f.field_id == case.matter.field_id for f in case.organ.organ_fields.all()),
        procedure=case.procedure,
        handlers=_handler_facts(case, today),
        has_evidence=bool(case.evidence.all()),
        evidence_standings=tuple(e.standing for e in case.evidence.all()),
        has_note=any(e.kind in NOTES for e in case.evidence.all()) or _is_noted(case),
        has_facts_found=bool(case.facts_found.strip()),
        is_flagged=case.is_flagged,
        occurred_on=case.occurred_on,
        ended_on=case.ended_on,
        discovered_on=case.discovered_on,
        filed_on=case.filed_on,
        certificates_shown_on=case.certificates_shown_on,
        deadline_on=case.deadline_on,
        verify_by=case.verify_by,
        filing=filing.facts() if filing else None,
        non_filing=non_filing.facts() if non_filing else None,
        endangers_safety=circumstances.endangers_safety if circumstances else None,
        harm=circumstances.harm if circumstances else "",
        party_age=circumstances.party_age if circumstances else None,
        capacity=circumstances.capacity if circumstances else "",
        milder_grounds=circumstances.milder_grounds if circumstances else (),
        notice_served_on=notice.served_on if notice else None,
        rights_told=bool(notice and notice.rights_told),
        intended_fine=notice.intended_fine if notice else None,
        defence_until=notice.defence_until if notice else None,
        defence_filed=bool(notice and notice.defence.strip()),
        defence_reviewed=bool(notice and notice.defence_answer.strip()),
        notice_waived=bool(notice and notice.is_waived),
        review_opinion=reviews[-1].opinion if reviews else "",
        outcome=case.outcome,
        decided_on=case.decided_on,
        carried_out_on=case.carried_out_on,
        has_education_record=bool(decision and decision.education.strip()),
        has_correction_order=bool(decision and decision.correction_order.strip()),
        decision=decision.facts() if decision and case.state in (*UNDECIDED, CaseState.CLUE) else None,
        intended_kind=notice.intended_kind if notice else "",
        hearing=hearing_facts(case),
        deliberation=deliberation_facts(case),
        on_spot=case.on_spot,
        awaits_handing_in=bool(decision and decision.file_by and not decision.handed_in_on),
        holds_money=_holds_money(case),
    )


@dataclass(frozen=True, slots=True)
class _Marks:
    """The days of the rows beside a case, as ``with_due_days`` would bring them along."""

    review_due: date | None
    answer_due: date | None
    answer_kind: str
    answer_course: str
    hand_in_due: date | None
    bank_due: date | None


def _marked(case: Any) -> Any:
    """``case`` where it was read with these days, or else the same asked of its rows."""
    if hasattr(case, "review_due"):
        return case
    held = [row for row in case.payments.all() if row.is_held]
    owed = [row for row in case.remedies.all() if row.owes_answer and row.answer_by]
    answer = min(owed, key=lambda row: row.answer_by, default=None)
    return _Marks(
        review_due=_earliest(row.due_on for row in case.review_requests.all() if row.answered_on is None),
        answer_due=answer.answer_by if answer else None,
        answer_kind=answer.kind if answer else "",
        answer_course=answer.course if answer else "",
        hand_in_due=_earliest(row.hand_in_by for row in held if row.handed_in_on is None),
        bank_due=_earliest(row.bank_by for row in held),
    )


def _earliest(days: Iterable[date | None]) -> date | None:
    return min((day for day in days if day is not None), default=None)


def _holds_money(case: Any) -> bool:
    known: bool | None = getattr(case, "holds_money", None)
    return any(row.is_held for row in case.payments.all()) if known is None else known


def _is_noted(case: Any) -> bool:
    """Whether the record of the procedure has a note; ``whole_files`` brings the answer along."""
    known: bool | None = getattr(case, "is_noted", None)
    return case.process_records.notes().exists() if known is None else known


def _handler_facts(case: Any, today: date) -> tuple[OfficerFacts, ...]:
    return tuple(
        OfficerFacts(
            p.officer_id,
            p.officer.name,
            p.officer.is_certified(today),
            p.officer.organ_id == case.organ_id,
        )
        for p in case.people.all()
        if p.role == CaseRole.HANDLER
    )
