"""The daily surcharge against a plain loop over the days (Penalty Law, Art. 72, 73; EXE-2)."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enforcement.rules.reckoning import Stop
from enforcement.rules.surcharge import CENT, Debt, Due, Paid, balance_of, next_due, split, surcharge_of

DAY = timedelta(days=1)
DUE = date(2026, 11, 10)
FINE = Decimal(1000)
DAYS = st.dates(date(2026, 10, 1), date(2027, 3, 1))
SUMS = st.decimals(min_value=Decimal("0.01"), max_value=Decimal(5000), places=2)
DUES = st.lists(st.builds(Due, DAYS, SUMS), min_size=1, max_size=4).map(tuple)
PAYMENTS = st.lists(st.builds(Paid, DAYS, SUMS), max_size=4).map(tuple)
STOPS = st.lists(
    st.tuples(DAYS, st.none() | st.integers(0, 60)).map(
        lambda span: Stop(span[0], None if span[1] is None else span[0] + span[1] * DAY, "复议")
    ),
    max_size=3,
).map(tuple)


def one(*payments: Paid, stops: tuple[Stop, ...] = ()) -> Debt:
    return Debt((Due(DUE, FINE),), payments, stops)


def counted_day_by_day(debt: Debt, until: date) -> Decimal:
    """Each day that no stop covers, three per cent of what should have been paid before it."""
    total, day = Decimal(0), date(2026, 9, 1)
    while day <= until:
        owed = sum(d.amount for d in debt.dues if d.due_on < day)
        paid = sum(p.amount for p in debt.payments if p.paid_on < day)
        if owed > paid and not any(stop.covers(day) for stop in debt.stops):
            total += (owed - paid) * Decimal("0.03")
        day += DAY
    return min(total.quantize(CENT, ROUND_HALF_UP), debt.fine)


@pytest.mark.rule("EXE-2")
class TestSurcharge:
    """Three per cent of the fine for each day that it is late, never more than the fine."""

    @pytest.mark.parametrize(
        ("late", "owed"), [(-3, 0), (0, 0), (1, 30), (10, 300), (33, 990), (34, 1000), (400, 1000)]
    )
    def test_grows_by_the_day_up_to_the_fine(self, late: int, owed: int) -> None:
        assert surcharge_of(one(), until=DUE + late * DAY) == (owed, max(0, late))

    def test_ends_with_the_payment(self) -> None:
        debt = one(Paid(DUE + 5 * DAY, FINE))
        assert surcharge_of(debt, until=DUE + 90 * DAY) == (150, 5)

    def test_stands_still_while_reconsideration_or_a_suit_runs(self) -> None:
        stop = Stop(DUE + 4 * DAY, DUE + 60 * DAY, "复议")
        assert surcharge_of(one(stops=(stop,)), until=DUE + 62 * DAY) == (150, 5)
        assert surcharge_of(one(stops=(Stop(DUE, None, "诉讼"),)), until=DUE + 62 * DAY) == (0, 0)

    def test_runs_only_on_the_part_that_is_late(self) -> None:
        debt = Debt((Due(DUE, Decimal(400)), Due(DUE + 30 * DAY, Decimal(600))))
        assert surcharge_of(debt, until=DUE + 10 * DAY) == (120, 10)

    @given(DUES, PAYMENTS, STOPS, DAYS)
    def test_is_what_counting_day_by_day_gives(
        self, dues: tuple[Due, ...], payments: tuple[Paid, ...], stops: tuple[Stop, ...], until: date
    ) -> None:
        debt = Debt(dues, payments, stops)
        assert surcharge_of(debt, until=until)[0] == counted_day_by_day(debt, until)

    @given(DUES, PAYMENTS, STOPS, DAYS)
    def test_never_exceeds_the_fine_and_never_shrinks(
        self, dues: tuple[Due, ...], payments: tuple[Paid, ...], stops: tuple[Stop, ...], until: date
    ) -> None:
        debt = Debt(dues, payments, stops)
        today, tomorrow = (surcharge_of(debt, until=day)[0] for day in (until, until + DAY))
        assert 0 <= today <= tomorrow <= debt.fine


class TestBalance:
    """Payments go to the fine first, then to the surcharge."""

    def test_part_of_the_fine(self) -> None:
        found = balance_of(one(Paid(DUE, Decimal(300))), until=DUE)
        assert (found.open_fine, found.open_surcharge, found.open) == (700, 0, 700)
        assert found.next_due == Due(DUE, Decimal(700))

    def test_the_fine_without_its_surcharge(self) -> None:
        found = balance_of(one(Paid(DUE + 2 * DAY, FINE)), until=DUE + 9 * DAY)
        assert (found.open_fine, found.open_surcharge, found.is_settled) == (0, 60, False)
        assert found.next_due is None

    def test_what_is_paid_later_is_not_paid_yet(self) -> None:
        assert balance_of(one(Paid(DUE + DAY, FINE)), until=DUE).open_fine == FINE

    @given(DUES, SUMS)
    def test_the_next_part_is_the_first_that_is_open(self, dues: tuple[Due, ...], paid: Decimal) -> None:
        found, whole = next_due(dues, paid), sum(due.amount for due in dues)
        assert (found is None) == (paid >= whole)
        if found is not None:
            later = sum(due.amount for due in dues if due.due_on > found.due_on)
            assert found.amount + later <= whole


@given(SUMS, st.integers(2, 36))
def test_parts_are_the_whole_and_almost_equal(amount: Decimal, count: int) -> None:
    parts = split(amount, count)
    assert (len(parts), sum(parts)) == (count, amount)
    assert 0 <= parts[-1] - parts[0] < CENT * count
