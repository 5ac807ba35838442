"""Money collected on the spot: to the organ within two days, to the bank within two more (Penalty Law, Art. 71)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.rules.dates import future_days, not_before
from enforcement.rules.periods import period_under
from enforcement.rules.reckoning import Reckoning, reckon
from enforcement.vocabulary import Law
from foundation.articles import PENALTY, Article, Citation
from foundation.calendar import WorkCalendar
from foundation.obstacles import Obstacle, Severity

TWO_DAYS = period_under(Law.PENALTY, 2)
SEVENTY_ONE = Citation(PENALTY, "71")


@dataclass(frozen=True, slots=True)
class HeldMoney:
    """A payment that an officer took, and where its money is."""

    today: date
    is_collected: bool
    collected_on: date
    ashore_on: date | None = None
    handed_in_on: date | None = None
    banked_on: date | None = None


def to_hand_in(collected_on: date, calendar: WorkCalendar) -> Reckoning:
    """By when the officer hands the money in to the organ; on the water from reaching the shore. Raises MissingYear."""
    return reckon(TWO_DAYS, start=collected_on, calendar=calendar, citation=SEVENTY_ONE)


def to_bank(handed_in_on: date, calendar: WorkCalendar) -> Reckoning:
    """By when the organ pays the money to the bank; raises MissingYear."""
    return reckon(TWO_DAYS, start=handed_in_on, calendar=calendar, citation=SEVENTY_ONE)


def obstacles_to_handing_in_money(money: HeldMoney, *, handed_in_on: date) -> Iterator[Obstacle]:
    """Only what was collected on the spot is handed in, once, not before it was collected."""
    yield from _not_collected(money)
    yield from future_days(money.today, handed_in_on=handed_in_on)
    yield from not_before(
        "handed_in_on", handed_in_on, money.collected_on, _("It cannot be handed in before it was collected.")
    )
    if money.handed_in_on is not None:
        yield _fault(_("This money was handed in already."), _("Record when it was paid to the bank."))


def obstacles_to_banking(money: HeldMoney, *, banked_on: date) -> Iterator[Obstacle]:
    """The organ pays in what it holds, once."""
    yield from _not_collected(money)
    yield from future_days(money.today, banked_on=banked_on)
    yield from not_before(
        "banked_on",
        banked_on,
        money.handed_in_on,
        _("It cannot be paid to the bank before it was handed in."),
    )
    if money.is_collected and money.handed_in_on is None:
        yield _fault(
            _("The officer has not handed this money in."), _("Record that first."), Severity.REQUIRE
        )
    if money.banked_on is not None:
        yield _fault(_("This money was paid to the bank already."), _("Nothing is to be done."))


def obstacles_to_going_ashore(*, paid_on: date, ashore_on: date | None, today: date) -> Iterator[Obstacle]:
    """The shore is reached after the money was taken on the water."""
    yield from future_days(today, ashore_on=ashore_on)
    yield from not_before(
        "ashore_on", ashore_on, paid_on, _("The shore is reached after the money was collected on the water.")
    )


def obstacles_to_closing_with_money(*, holds_money: bool) -> Iterator[Obstacle]:
    """A case is not closed while money that was collected in it has not reached the bank."""
    if holds_money:
        yield _fault(
            _("Money that was collected on the spot has not reached the bank."),
            _("Record when it was handed in and when it was paid to the bank."),
            Severity.REQUIRE,
        )


def _not_collected(money: HeldMoney) -> Iterator[Obstacle]:
    if not money.is_collected:
        yield _fault(
            _("This payment was not collected on the spot."), _("It reached the bank without the officer.")
        )


def _fault(message: Any, next_step: Any, severity: Severity = Severity.BLOCK) -> Obstacle:
    return Obstacle(
        code="payment:held",
        message=message,
        article=Article(6),
        citation=SEVENTY_ONE,
        severity=severity,
        next_step=next_step,
    )
