"""Payments of a fine; with the last of a plan the decision is carried out (Penalty Law, Art. 66-72)."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone

from enforcement.models import Case, Payment
from enforcement.reports.debts import obligation_of
from enforcement.rules.handing_money import obstacles_to_going_ashore
from enforcement.rules.paying import PaymentFacts, obstacles_to_paying
from enforcement.services.cases.base import officer_of, refuse, working_on
from enforcement.services.cases.closing import carry_out
from enforcement.services.cases.following import COURT, PAY, stop_following
from enforcement.services.cases.handing_money import begin_holding
from enforcement.vocabulary import CaseState
from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Refused
from foundation.permissions import Permission


def record_payment(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    amount: Decimal,
    paid_on: date,
    means: str,
    receipt_number: str,
    ground: str = "",
    ashore_on: date | None = None,
    expected: int | None = None,
) -> Case:
    """Record money that came in; raises Refused above what is owed, and on the spot outside the law (EXE-1)."""
    with working_on(
        case_id,
        "record_payment",
        by=by,
        at=at,
        needs=Permission.CASE_HANDLE,
        under=Article(6),
        expected=expected,
    ) as case:
        today = timezone.localdate(at)
        owed = obligation_of(case)
        refuse(
            obstacles_to_paying(
                PaymentFacts(
                    today=today,
                    paid_on=paid_on,
                    amount=amount,
                    means=means,
                    ground=ground,
                    decided_on=case.decided_on,
                    procedure=case.procedure,
                    fine=owed.decision.fine if owed else None,
                    open=owed.balance(today).open if owed else Decimal(0),
                )
            )
        )
        refuse(obstacles_to_going_ashore(paid_on=paid_on, ashore_on=ashore_on, today=today))
        row = Payment(
            case=case, amount=amount, paid_on=paid_on, means=means, receipt_number=receipt_number, ground=ground,
            recorded_by=officer_of(by), ashore_on=ashore_on,
        )  # fmt: skip
        begin_holding(row, at=at)
        is_finished = _move_on(case, at=at)
    return _finish(case, paid_on, by=by, at=at) if is_finished else case


def _move_on(case: Case, *, at: datetime) -> bool:
    """The next part of a plan becomes due; whether a plan was kept to its end."""
    owed = obligation_of(case)
    if owed is None:
        return False
    balance = owed.balance(timezone.localdate(at))
    if balance.next_due is None:
        stop_following(case, PAY, COURT)
        return owed.granted is not None and balance.is_settled and case.state == CaseState.DECIDED
    if owed.granted is not None:
        owed.decision.carry_out_by = balance.next_due.due_on
        owed.decision.save()
    return False


def _finish(case: Case, paid_on: date, *, by: Actor, at: datetime) -> Case:
    """A plan that was kept carries out the decision; where another rule stands against it, a person looks."""
    with suppress(Refused):
        return carry_out(case.pk, by=by, at=at, carried_out_on=paid_on)
    return case
