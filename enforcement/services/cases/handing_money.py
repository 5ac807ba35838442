"""Money collected on the spot on its way: officer, organ, bank (Penalty Law, Art. 71)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from enforcement.models import Case, Payment
from enforcement.rules.handing_money import (
    HeldMoney,
    obstacles_to_banking,
    obstacles_to_handing_in_money,
    to_bank,
    to_hand_in,
)
from enforcement.services.calendar import work_calendar
from enforcement.services.cases.base import refuse, working_on
from enforcement.services.cases.watching_money import stop_watching_money, watch_money
from enforcement.vocabulary import PaymentMeans
from foundation.actors import Actor
from foundation.articles import Article
from foundation.calendar import MissingYear
from foundation.permissions import Permission


def hand_in_money(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    payment: Payment,
    handed_in_on: date,
    hand_in_receipt: str,
    expected: int | None = None,
) -> Case:
    """Record that the officer handed the money in to the organ: its two days to the bank begin.

    Raises Refused for money that was not collected on the spot, and for a second time.
    """
    with _about_money(case_id, "hand_in_money", by=by, at=at, expected=expected) as case:
        row = case.payments.get(pk=payment.pk)
        refuse(obstacles_to_handing_in_money(_held(row, at=at), handed_in_on=handed_in_on))
        row.handed_in_on, row.hand_in_receipt = handed_in_on, hand_in_receipt
        row.bank_by = day_to_bank(row)
        row.save()
        watch_money(row, at=at)
        return case


def bank_money(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    payment: Payment,
    banked_on: date,
    bank_receipt: str,
    expected: int | None = None,
) -> Case:
    """Record that the organ paid the money to the bank; raises Refused before it was handed in."""
    with _about_money(case_id, "bank_money", by=by, at=at, expected=expected) as case:
        row = case.payments.get(pk=payment.pk)
        refuse(obstacles_to_banking(_held(row, at=at), banked_on=banked_on))
        row.banked_on, row.bank_receipt = banked_on, bank_receipt
        row.save()
        stop_watching_money(row)
        return case


def begin_holding(row: Payment, *, at: datetime) -> None:
    """Save a payment; what an officer collected has its two days to reach the organ from now on."""
    row.hand_in_by = day_to_hand_in(row)
    row.save()
    if row.is_held:
        watch_money(row, at=at)


def day_to_hand_in(row: Payment) -> date | None:
    """The last day to hand it in; none while a year that it rests on was not entered."""
    if row.means != PaymentMeans.ON_SPOT:
        return None
    try:
        return to_hand_in(row.ashore_on or row.paid_on, work_calendar()).due_on
    except MissingYear:
        return None


def day_to_bank(row: Payment) -> date | None:
    """The last day to pay it to the bank; none before it was handed in, or while a year is missing."""
    if row.handed_in_on is None:
        return None
    try:
        return to_bank(row.handed_in_on, work_calendar()).due_on
    except MissingYear:
        return None


def _about_money(case_id: int, action: str, *, by: Actor, at: datetime, expected: int | None) -> Any:
    needs = Permission.CASE_HANDLE
    return working_on(case_id, action, by=by, at=at, needs=needs, under=Article(6), expected=expected)


def _held(row: Payment, *, at: datetime) -> HeldMoney:
    return HeldMoney(
        today=timezone.localdate(at),
        is_collected=row.means == PaymentMeans.ON_SPOT,
        collected_on=row.paid_on,
        ashore_on=row.ashore_on,
        handed_in_on=row.handed_in_on,
        banked_on=row.banked_on,
    )
