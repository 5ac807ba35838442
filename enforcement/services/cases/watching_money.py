"""Who is told of money that an officer or the organ still holds, and its days when holidays change (Art. 6)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from enforcement.models import Payment
from enforcement.services.deadlines.watching import case_officers, heads_of
from enforcement.services.notifications import notify
from foundation.due import cancel, handles, plan
from foundation.models import DueItem

HAND_IN, BANK = "payment:hand_in_late", "payment:bank_late"
DAY, MORNING = timedelta(days=1), time(8)


def watch_money(row: Payment, *, at: datetime) -> None:
    """Plan one look after the day that comes next; the looks planned before are dropped."""
    stop_watching_money(row)
    kind, day = (HAND_IN, row.hand_in_by) if row.handed_in_on is None else (BANK, row.bank_by)
    if day is not None and row.banked_on is None:
        morning = timezone.make_aware(datetime.combine(day + DAY, MORNING))
        plan(kind=kind, thing=_thing(row), due_at=max(at, morning), round=day.toordinal())


def stop_watching_money(row: Payment) -> None:
    """Nobody looks any more: the money is where it belongs."""
    for kind in (HAND_IN, BANK):
        cancel(kind=kind, thing=_thing(row))


@handles(HAND_IN)
def tell_not_handed_in(item: DueItem, at: datetime) -> None:
    """The officer still holds the money: handlers and heads are told."""
    row = _row(item)
    if row.handed_in_on is None and row.hand_in_by is not None:
        _tell(row, item, row.hand_in_by, at)


@handles(BANK)
def tell_not_banked(item: DueItem, at: datetime) -> None:
    """The organ still holds the money: handlers and heads are told."""
    row = _row(item)
    if row.banked_on is None and row.bank_by is not None:
        _tell(row, item, row.bank_by, at)


def _row(item: DueItem) -> Payment:
    found: Payment = Payment.objects.select_related("case").get(pk=item.thing.partition(":")[2])
    return found


def _tell(row: Payment, item: DueItem, day: date, at: datetime) -> None:
    if day.toordinal() != item.round:
        return
    told = {officer.pk: officer for officer in (*case_officers(row.case), *heads_of(row.case))}
    for pk in sorted(told):
        notify(
            told[pk],
            kind=item.kind,
            thing=item.thing,
            round=item.round,
            at=at,
            url=row.case.get_absolute_url(),
            data={"number": str(row.case), "day": day.isoformat()},
        )


def _thing(row: Payment) -> str:
    return f"payment:{row.pk}"
