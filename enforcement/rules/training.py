"""Sixty hours of training a year, and what follows when they are missing (Art. 7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from enforcement.rules.dates import future_days
from enforcement.vocabulary import Consequence
from foundation.articles import Article
from foundation.obstacles import Obstacle, Severity

TARGET_HOURS = Decimal(60)
"""Implementation Outline for Building a Law-based Government, item 34."""
MOST_HOURS = Decimal(80)
REMIND_BEFORE = (60, 30)
_SEVERITY = {Consequence.WARN: Severity.WARN, Consequence.BLOCK: Severity.BLOCK}
_SOURCE = _("Implementation Outline for Building a Law-based Government, item 34")


@dataclass(frozen=True, slots=True)
class HoursFacts:
    """The training of one officer in a year that is over, and the local policy about it."""

    name: str
    year: int
    hours: Decimal
    target: Decimal = TARGET_HOURS
    consequence: str = Consequence.TELL


@dataclass(frozen=True, slots=True)
class HoldingFacts:
    today: date
    held_on: date
    attendants: int


def missing_hours(hours: Decimal, target: Decimal = TARGET_HOURS) -> Decimal:
    """SUB-9: how many hours of the year's sixty are missing; never below nothing."""
    return max(target - hours, Decimal(0))


def obstacles_to_untrained_duty(facts: HoursFacts) -> Iterator[Obstacle]:
    """Whether too few hours bear on the assignment to a case is local policy; by default people are only told."""
    severity = _SEVERITY.get(Consequence(facts.consequence))
    missing = missing_hours(facts.hours, facts.target)
    if severity is None or not missing:
        return
    yield Obstacle(
        code="SUB-9",
        message=_("%(name)s had %(hours)s of %(target)s hours of training in %(year)s.")
        % {
            "name": facts.name,
            "hours": plain(facts.hours),
            "target": plain(facts.target),
            "year": facts.year,
        },
        article=Article(7),
        citation=str(_SOURCE),
        severity=severity,
        next_step=_("Record attendance that is missing, or name another officer."),
    )


def obstacles_to_recording_attendance(facts: HoldingFacts) -> Iterator[Obstacle]:
    yield from future_days(facts.today, held_on=facts.held_on)


def obstacles_to_empty_training(facts: HoldingFacts) -> Iterator[Obstacle]:
    yield from future_days(facts.today, held_on=facts.held_on)
    if not facts.attendants:
        yield Obstacle(
            code="training:nobody",
            message=_("Nobody is recorded as having attended."),
            article=Article(7),
            severity=Severity.REQUIRE,
            next_step=_("Record who attended, or import a list; then close the training."),
        )


def days_of_reminders(until: date) -> list[tuple[date, int]]:
    """The days on which the holder of a certificate is reminded, each with the round that names it."""
    return [
        (date.fromordinal(until.toordinal() - days), until.toordinal() * 100 + days) for days in REMIND_BEFORE
    ]


def plain(number: Decimal) -> str:
    """``8`` for 8.0, ``7.5`` for 7.5."""
    return f"{number.normalize():f}"
