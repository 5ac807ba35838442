"""A party in hardship applies to pay later or in parts, and is answered with reasons (Penalty Law, Art. 66; EXE-3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.rules.dates import future_days, not_before
from enforcement.vocabulary import HardshipWish
from foundation.articles import PENALTY, Article, Citation
from foundation.obstacles import Obstacle, Severity


@dataclass(frozen=True, slots=True)
class HardshipFacts:
    """An application as it is recorded."""

    today: date
    applied_on: date
    decided_on: date | None
    open_fine: Decimal
    is_waiting: bool = False


@dataclass(frozen=True, slots=True)
class AnswerFacts:
    """An answer before it is given."""

    today: date
    grants: bool
    wish: str
    has_reasons: bool
    actor_is_handler: bool
    due_on: date | None = None
    pay_by: date | None = None
    parts: int = 0


def obstacles_to_applying(facts: HardshipFacts) -> Iterator[Obstacle]:
    """One application at a time, for a fine that is still open."""
    yield from future_days(facts.today, applied_on=facts.applied_on)
    yield from not_before(
        "applied_on", facts.applied_on, facts.decided_on, _("Nothing was to be paid before the decision.")
    )
    if not facts.open_fine:
        yield _exe_3(_("No part of a fine is open."), _("Nothing is to be done."))
    if facts.is_waiting:
        yield _exe_3(_("An application has not been answered yet."), _("Have the head answer it first."))


def obstacles_to_answering_hardship(facts: AnswerFacts) -> Iterator[Obstacle]:
    """EXE-3: a head who does not handle the case answers, with reasons, and names the new days."""
    if facts.actor_is_handler:
        yield _exe_3(_("Who handles the case does not answer it."), _("Let another head answer."))
    if not facts.has_reasons:
        yield _exe_3(
            _("The answer gives no reasons."), _("Write down the reasons that the party will read."), "answer"
        )
    if not facts.grants:
        return
    if facts.pay_by is None:
        yield _exe_3(_("The new day to pay is missing."), _("Name the day."), "pay_by")
    elif facts.pay_by <= max(facts.today, facts.due_on or facts.today):
        yield _exe_3(_("The new day does not give more time."), _("Name a later day."), "pay_by")
    if facts.wish == HardshipWish.INSTALMENTS and facts.parts < 2:
        yield _exe_3(_("Paying in parts needs at least two."), _("Say in how many parts."), "parts")


def obstacles_to_passing_over_hardship(*, is_waiting: bool) -> Iterator[Obstacle]:
    """EXE-3: nothing goes on against a party whose application has not been answered."""
    if is_waiting:
        yield _exe_3(
            _("The application to pay later or in parts has not been answered."),
            _("Have the head answer it, with reasons."),
        )


def _exe_3(message: Any, next_step: Any, field: str | None = None) -> Obstacle:
    return Obstacle(
        code="EXE-3",
        message=message,
        article=Article(3),
        citation=Citation(PENALTY, "66"),
        severity=Severity.REQUIRE,
        field=field,
        next_step=next_step,
    )
