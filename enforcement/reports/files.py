"""The file of a case, piece by piece, as outcome and procedure ask for it (Art. 4)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from enforcement.models import Case
from enforcement.reports.debts import Obligation
from enforcement.rules.archiving import Holding
from enforcement.vocabulary import (
    PENALISING,
    SETTLED_BY_COURT,
    CrimeAnswer,
    EvidenceStanding,
    HearingState,
    Outcome,
    Procedure,
    ServedPaper,
)
from enforcement.vocabulary.filing_away import Piece


def file_of(case: Case, *, owed: Obligation | None = None, today: date | None = None) -> tuple[Holding, ...]:
    """Every piece that this case needs or has, main file first; of money only with ``owed`` and ``today``."""
    found = [*_course(case), *_carrying_out(case), *_side(case)]
    if owed is not None and today is not None:
        found += _paid(case, owed, today)
    order = list(Piece)
    wanted = [holding for holding in found if holding.is_needed or holding.is_there]
    return tuple(sorted(wanted, key=lambda holding: order.index(holding.piece)))


def _course(case: Case) -> Iterator[Holding]:
    decision, notice = getattr(case, "decision", None), getattr(case, "notice", None)
    ordinary = case.procedure == Procedure.ORDINARY
    penal = case.outcome in PENALISING
    hearing = getattr(case, "hearing", None)
    held = bool(hearing and hearing.state == HearingState.HELD)
    record = hearing.record.strip() if hearing else ""
    yield Holding(Piece.FILING, ordinary, case.filed_on is not None, case.number)
    yield Holding(Piece.DECISION, True, decision is not None, decision.number if decision else "")
    yield Holding(Piece.NOTICE, penal and ordinary, notice is not None, notice.number if notice else "")
    defended = bool(notice and notice.defence.strip())
    yield Holding(Piece.DEFENCE, defended, bool(notice and notice.defence_answer.strip()))
    ordered = bool(decision and decision.correction_order.strip())
    yield Holding(Piece.CORRECTION, ordinary and (penal or case.outcome == Outcome.NO_PENALTY), ordered)
    taught = bool(decision and decision.education.strip())
    yield Holding(Piece.EDUCATION, case.outcome == Outcome.NO_PENALTY, taught)
    verified = [e for e in case.evidence.all() if e.standing == EvidenceStanding.VERIFIED]
    yield Holding(Piece.EVIDENCE, penal and ordinary, bool(verified), str(len(verified) or ""))
    yield Holding(Piece.HEARING, held, bool(record))


def _carrying_out(case: Case) -> Iterator[Holding]:
    yield Holding(Piece.RECEIPT, case.procedure == Procedure.ORDINARY, _has_receipt(case))
    referral = getattr(case, "crime_referral", None)
    answered = referral is not None and referral.answer != CrimeAnswer.WAITING
    yield Holding(Piece.TRANSFER, referral is not None, answered, referral.receipt_number if referral else "")


def _has_receipt(case: Case) -> bool:
    """Whether the service of the decision is on file; ``whole_files`` brings the answer along."""
    known: bool | None = getattr(case, "has_receipt", None)
    return case.services.filter(paper=ServedPaper.DECISION).exists() if known is None else known


def _paid(case: Case, owed: Obligation, today: date) -> Iterator[Holding]:
    asked = getattr(case, "court_application", None)
    by_court = asked is not None and asked.state in SETTLED_BY_COURT
    numbers = ", ".join(payment.receipt_number for payment in owed.payments)
    done = by_court or case.carried_out_on is not None or not owed.balance(today).open_fine
    yield Holding(Piece.PAYMENT, True, done, numbers)
    yield Holding(Piece.HARDSHIP, bool(owed.hardships), owed.waiting is None)
    yield Holding(Piece.COURT, asked is not None, by_court or bool(asked and asked.is_final))


def _side(case: Case) -> Iterator[Holding]:
    reviews, discussion = list(case.reviews.all()), getattr(case, "discussion", None)
    yield Holding(Piece.SOURCE, True, True, str(case.get_source_display()))
    yield Holding(Piece.REPORT, True, bool(case.facts_found.strip()))
    yield Holding(Piece.REVIEW, False, bool(reviews))
    yield Holding(Piece.DISCUSSION, False, discussion is not None)
    yield Holding(Piece.CLOSING, True, case.closed_on is not None)
