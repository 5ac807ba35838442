"""What a party owes on a day: the fine, the daily surcharge, and what was paid (Penalty Law, Art. 66, 72, 73)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from enforcement.rules.reckoning import Stop

DAY = timedelta(days=1)
CENT = Decimal("0.01")
NOTHING = Decimal(0)
DAILY_SHARE = Decimal("0.03")


@dataclass(frozen=True, slots=True)
class Due:
    """A part of the fine and the last day to pay it; the whole fine where no instalments were granted."""

    due_on: date
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Paid:
    paid_on: date
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Debt:
    """A fine with its parts, what was paid, and the days that are not counted."""

    dues: tuple[Due, ...] = ()
    payments: tuple[Paid, ...] = ()
    stops: tuple[Stop, ...] = ()

    @property
    def fine(self) -> Decimal:
        return sum((due.amount for due in self.dues), NOTHING)


@dataclass(frozen=True, slots=True)
class Balance:
    """What is owed and paid on a day. Payments go to the fine first, then to the surcharge."""

    fine: Decimal
    surcharge: Decimal
    paid: Decimal
    late_days: int
    next_due: Due | None

    @property
    def open_fine(self) -> Decimal:
        return max(NOTHING, self.fine - self.paid)

    @property
    def open_surcharge(self) -> Decimal:
        return max(NOTHING, self.fine + self.surcharge - self.paid) - self.open_fine

    @property
    def open(self) -> Decimal:
        return self.open_fine + self.open_surcharge

    @property
    def is_settled(self) -> bool:
        return not self.open


def surcharge_of(debt: Debt, *, until: date) -> tuple[Decimal, int]:
    """EXE-2: three per cent a day of what is overdue, never more than the fine, and the days counted.

    The day of payment counts, the last day to pay does not. Days of a reconsideration or suit are left out.
    """
    total, days = NOTHING, 0
    for first, last in _spans(debt, until):
        overdue = _overdue(debt, first)
        counted = _uncovered(first, last, debt.stops) if overdue else 0
        total += overdue * DAILY_SHARE * counted
        days += counted
    return min(total.quantize(CENT, ROUND_HALF_UP), debt.fine), days


def balance_of(debt: Debt, *, until: date) -> Balance:
    """What is owed at the end of the day ``until``, with the next part that is not paid yet."""
    surcharge, days = surcharge_of(debt, until=until)
    paid = sum((p.amount for p in debt.payments if p.paid_on <= until), NOTHING)
    return Balance(debt.fine, surcharge, paid, days, next_due(debt.dues, paid))


def next_due(dues: Iterable[Due], paid: Decimal) -> Due | None:
    """The first part that ``paid`` does not cover, with what is open of it; None once all is covered."""
    for due in sorted(dues, key=lambda due: due.due_on):
        if paid < due.amount:
            return Due(due.due_on, due.amount - paid)
        paid -= due.amount
    return None


def split(amount: Decimal, count: int) -> tuple[Decimal, ...]:
    """EXE-3: ``amount`` in ``count`` equal parts of whole cents, the last one with what is left over."""
    part = (amount / count).quantize(CENT, rounding="ROUND_DOWN")
    return (*(part for _number in range(count - 1)), amount - part * (count - 1))


def _overdue(debt: Debt, day: date) -> Decimal:
    """What should have been paid before ``day`` and was not."""
    owed = sum((due.amount for due in debt.dues if due.due_on < day), NOTHING)
    paid = sum((p.amount for p in debt.payments if p.paid_on < day), NOTHING)
    return max(NOTHING, owed - paid)


def _spans(debt: Debt, until: date) -> list[tuple[date, date]]:
    """Runs of days up to ``until`` on which the same sum is overdue."""
    turns = {due.due_on + DAY for due in debt.dues} | {p.paid_on + DAY for p in debt.payments}
    firsts = sorted(day for day in turns if day <= until)
    lasts = [following - DAY for following in firsts[1:]]
    return list(zip(firsts, [*lasts, until], strict=False))


def _uncovered(first: date, last: date, stops: Sequence[Stop]) -> int:
    """How many of these days no stop covers."""
    number, day = 0, first
    for begin, end in sorted((stop.first, stop.last or last) for stop in stops):
        if end < day or begin > last:
            continue
        number += max(0, (begin - day).days)
        day = max(day, end + DAY)
    return number + max(0, (last - day).days + 1)
