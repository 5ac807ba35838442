"""Invented services and payments: most in time, some late, put off, in parts, or not at all."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

from django.utils import timezone

from enforcement.models import Case
from enforcement.services import cases
from enforcement.vocabulary import CrimeAnswer, HardshipWish, PaymentMeans, Receipt, ServiceMeans
from foundation.actors import Actor

DAY = timedelta(days=1)
RECENT, LONG_AGO = 120, 240
EVERY, IN_PARTS, PUT_OFF, UNPAID, WAITING = 7, 0, 1, 2, 3
SELDOM, TO_COURT = 9, 4
LEFT, BY_POST, ELECTRONIC = 5, 3, 4
BANK = "善治银行（示例）缴款书"


def serve_as_it_happens(case: Case, *, by: Actor, at: datetime, place: str) -> Case:
    """Most decisions are handed over; some are posted, left with a witness, or sent as agreed."""
    day, turn = timezone.localdate(at), case.pk % 8
    if turn == LEFT:
        return cases.serve_decision(
            case.pk, by=by, at=at, served_on=day, means=ServiceMeans.LEFT, receipt=Receipt.REFUSED,
            witness="社区工作人员（示例）", trace=place, why="当事人拒绝签收，邀请社区工作人员见证。",
        )  # fmt: skip
    if turn == BY_POST:
        return cases.serve_decision(
            case.pk, by=by, at=at, served_on=day, means=ServiceMeans.POST, receipt=Receipt.PROOF,
            trace=f"示例邮政EMS{case.pk:09d}",
        )  # fmt: skip
    if turn == ELECTRONIC:
        return cases.serve_decision(
            case.pk, by=by, at=at, served_on=day, means=ServiceMeans.ELECTRONIC, receipt=Receipt.PROOF,
            consent_on=case.filed_on or day,
        )  # fmt: skip
    return cases.serve_decision(case.pk, by=by, at=at, served_on=day)


def pay_as_it_happens(
    case: Case, served: Case, *, by: Actor, head: Actor, at: datetime, now: datetime
) -> bool:
    """Pay what is owed, or stop where the invented party does not; whether all was paid."""
    fine = served.decision.fine
    if not fine:
        return True
    age = (now - at).days
    if age > LONG_AGO and case.pk % SELDOM == TO_COURT:
        _go_to_court(case, by=by, head=head, at=at)
        return False
    turn = case.pk % EVERY if age < RECENT else EVERY
    if turn == IN_PARTS:
        _ask(case, HardshipWish.INSTALMENTS, by=by, at=at)
        _grant(case, head=head, at=at, parts=4)
        _pay(case, (fine / 4).quantize(Decimal("0.01"), rounding="ROUND_DOWN"), 1, by=by, at=at)
        return False
    if turn == PUT_OFF:
        _ask(case, HardshipWish.DEFER, by=by, at=at)
        _grant(case, head=head, at=at)
        return False
    if turn == WAITING:
        _ask(case, HardshipWish.INSTALMENTS, by=by, at=at)
        return False
    if turn == UNPAID:
        return False
    _pay(case, fine, 1, by=by, at=at)
    return True


def _ask(case: Case, wish: str, *, by: Actor, at: datetime) -> None:
    day = timezone.localdate(at)
    reason = "近月经营困难，工资尚未发放，附流水。（示例）"
    cases.apply_hardship(case.pk, by=by, at=at, wish=wish, reason=reason, applied_on=day)


def _grant(case: Case, *, head: Actor, at: datetime, parts: int | None = None) -> None:
    cases.answer_hardship(
        case.pk, by=head, at=at, grants=True, answer="经核实确有经济困难，同意。（示例）",
        pay_by=timezone.localdate(at) + 45 * DAY, parts=parts,
    )  # fmt: skip


def _go_to_court(case: Case, *, by: Actor, head: Actor, at: datetime) -> None:
    """Demanded a month later, and the court asked once the time for remedies was over."""
    demanded, asked = at + 30 * DAY, at + 200 * DAY
    text = "请于十个工作日内缴纳罚款及加处罚款。（示例）"
    day = timezone.localdate(demanded)
    cases.demand_performance(case.pk, by=by, at=demanded, served_on=day, demanded=text)
    cases.ask_court(
        case.pk, by=head, at=asked, court="善治市人民法院（示例）", reference=f"示例执{case.pk}号"
    )


def refer_as_crime(case: Case, *, by: Actor, at: datetime) -> None:
    """A suspected crime goes to the police, who sign for it."""
    day = timezone.localdate(at)
    cases.suspect_crime(
        case.pk,
        by=by,
        at=at,
        facts_suspected="涉案数额可能达到追诉标准。（示例）",
        body="善治市公安局（示例）",
        sent_on=day,
    )
    cases.record_crime_receipt(
        case.pk, by=by, at=at, received_on=day, receipt_number=f"示例公收〔{day.year}〕{case.pk}号"
    )


def answer_referral(case: Case, *, by: Actor, at: datetime) -> None:
    """The police open a case."""
    cases.answer_crime(
        case.pk, by=by, at=at, answer=CrimeAnswer.ACCEPTED, answered_on=timezone.localdate(at),
        answer_note="决定立案侦查。（示例）",
    )  # fmt: skip


def _pay(case: Case, amount: Decimal, number: int, *, by: Actor, at: datetime) -> None:
    cases.record_payment(
        case.pk, by=by, at=at, amount=amount, paid_on=timezone.localdate(at), means=PaymentMeans.BANK,
        receipt_number=f"{BANK}{case.pk:06d}-{number}",
    )  # fmt: skip
