"""Reckoning the days of money on its way anew when a holiday arrangement changes (Art. 6)."""

from __future__ import annotations

from datetime import date, datetime

from enforcement.models import Payment
from enforcement.services.cases.handing_money import day_to_bank, day_to_hand_in
from enforcement.services.cases.watching_money import watch_money
from enforcement.services.deadlines.recounting import RECOUNT_MONEY
from enforcement.vocabulary import PaymentMeans
from foundation.actors import SCHEDULER
from foundation.articles import Article
from foundation.due import handles
from foundation.models import DueItem
from foundation.record import audited


@handles(RECOUNT_MONEY)
def recount_money(_item: DueItem, at: datetime) -> None:
    """Write the payments whose day changes, among the money that has not reached the bank."""
    held = Payment.objects.filter(means=PaymentMeans.ON_SPOT, banked_on=None).order_by("pk")
    changed = {row.pk: days for row in held if (days := _days(row)) != (row.hand_in_by, row.bank_by)}
    if not changed:
        return
    with audited("case:recount_money", by=SCHEDULER, at=at, under=Article(6)):
        for row in Payment.objects.filter(pk__in=changed).select_for_update(of=("self",)).order_by("pk"):
            row.hand_in_by, row.bank_by = changed[row.pk]
            row.save()
            watch_money(row, at=at)


def _days(row: Payment) -> tuple[date | None, date | None]:
    """As they are counted now; a day that was met stays as it was told."""
    if row.handed_in_on is None:
        return day_to_hand_in(row), None
    return row.hand_in_by, day_to_bank(row)
