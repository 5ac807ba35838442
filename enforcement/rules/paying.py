"""What stands against taking money, and against calling a decision carried out (Penalty Law, Art. 66-72)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.rules.dates import future_days, not_before
from enforcement.rules.surcharge import Balance
from enforcement.vocabulary import SETTLED_BY_COURT, PaymentMeans, Procedure, SpotGround
from foundation.articles import COERCION, PENALTY, Article, Citation
from foundation.obstacles import Obstacle, Severity
from foundation.wording import money_text

MOST_IN_HAND = Decimal(100)


@dataclass(frozen=True, slots=True)
class PaymentFacts:
    """A payment as it is being recorded."""

    today: date
    paid_on: date
    amount: Decimal
    means: str
    decided_on: date | None
    procedure: str
    fine: Decimal | None
    open: Decimal
    ground: str = ""


def obstacles_to_paying(facts: PaymentFacts) -> Iterator[Obstacle]:
    """Only what is owed is taken, after the decision, by a means that the law leaves."""
    yield from future_days(facts.today, paid_on=facts.paid_on)
    yield from not_before(
        "paid_on", facts.paid_on, facts.decided_on, _("A fine is not paid before it was imposed.")
    )
    if facts.amount > facts.open:
        yield Obstacle(
            code="payment:too_much",
            message=_("Only %(amount)s is still owed.") % {"amount": money_text(facts.open)},
            article=Article(6),
            citation=Citation(PENALTY, "66"),
            field="amount",
            next_step=_("Record what the receipt says; give back what was paid too much."),
        )
    if facts.means == PaymentMeans.ON_SPOT:
        yield from obstacles_to_collecting(facts)


def obstacles_to_collecting(facts: PaymentFacts) -> Iterator[Obstacle]:
    """EXE-1: who decides does not collect, save in the three cases of the law."""
    if not facts.ground:
        yield _exe_1(
            _("An officer collects on the spot only on one of three grounds."),
            _("Name the ground, or have it paid at the bank."),
        )
    elif facts.ground != SpotGround.REMOTE and facts.procedure != Procedure.SUMMARY:
        yield _exe_1(
            _("Only a decision taken on the spot may be collected on the spot for this reason."),
            _("Have it paid at the bank or electronically."),
        )
    elif facts.ground == SpotGround.SMALL and (facts.fine or 0) > MOST_IN_HAND:
        yield _exe_1(
            _("On the spot at most 100 yuan are collected for this reason."),
            _("Have it paid at the bank or electronically."),
        )


def obstacles_to_leaving_unpaid(balance: Balance, *, court: str) -> Iterator[Obstacle]:
    """A fine is carried out when it was paid, or when the court has executed it or ended the execution."""
    if court in SETTLED_BY_COURT:
        return
    if balance.open_fine:
        yield Obstacle(
            code="EXE-0",
            message=_("%(amount)s of the fine has not been paid.")
            % {"amount": money_text(balance.open_fine)},
            article=Article(3),
            citation=Citation(PENALTY, "66"),
            severity=Severity.REQUIRE,
            next_step=_("Record the payments, or what the court answered."),
        )
    if balance.open_surcharge:
        yield Obstacle(
            code="EXE-2",
            message=_("A surcharge of %(amount)s has not been paid.")
            % {"amount": money_text(balance.open_surcharge)},
            article=Article(6),
            citation=Citation(COERCION, "42, 45"),
            severity=Severity.WARN,
            next_step=_("Record its payment, or say why it is not asked for."),
        )


def _exe_1(message: Any, next_step: Any) -> Obstacle:
    return Obstacle(
        code="EXE-1",
        message=message,
        article=Article(6),
        citation=Citation(PENALTY, "67-70"),
        field="ground",
        next_step=next_step,
    )
