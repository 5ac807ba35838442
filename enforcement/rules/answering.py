"""The organ's own answer to a reconsideration or a suit, with its evidence, and the days for it.

Without it the decision counts as one without evidence (Reconsideration Law, Art. 48, 54, 70; Litigation Law,
Art. 34, 67).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.rules.dates import future_days, not_before
from enforcement.rules.periods import Period, period_under
from enforcement.rules.reckoning import Reckoning, reckon, reckon_for_now
from enforcement.rules.remedies import FAIR, RemedyFacts
from enforcement.vocabulary import Law, Unit
from enforcement.vocabulary.remedies import RemedyCourse, RemedyKind
from foundation.articles import LITIGATION, RECONSIDERATION, Citation
from foundation.calendar import WorkCalendar
from foundation.obstacles import Obstacle, Severity

ORDINARY, SUMMARY = period_under(Law.RECONSIDERATION, 10), period_under(Law.RECONSIDERATION, 5)
SUIT = Period(15, Unit.CALENDAR)


def time_to_answer(kind: str, course: str, received_on: date, calendar: WorkCalendar) -> Reckoning:
    """Ten working days after the copy of an application arrived, five in the summary course, fifteen days for a suit.

    Raises MissingYear for a reconsideration whose days reach into a year that was not entered.
    """
    source = source_of_answer(kind, course)
    if kind == RemedyKind.LITIGATION:
        return reckon_for_now(SUIT, start=received_on, calendar=calendar, citation=source)
    period = SUMMARY if course == RemedyCourse.SUMMARY else ORDINARY
    return reckon(period, start=received_on, calendar=calendar, citation=source)


def source_of_answer(kind: str, course: str) -> Citation:
    """The provision that gives the organ its days."""
    if kind == RemedyKind.LITIGATION:
        return Citation(LITIGATION, "67")
    return Citation(RECONSIDERATION, "54" if course == RemedyCourse.SUMMARY else "48")


def obstacles_to_receiving_copy(facts: RemedyFacts) -> Iterator[Obstacle]:
    """The copy arrives after the remedy was filed, and says by which course a reconsideration is held."""
    yield from future_days(facts.today, copy_received_on=facts.copy_received_on)
    yield from not_before(
        "copy_received_on",
        facts.copy_received_on,
        facts.filed_on,
        _("The copy cannot arrive before the remedy was filed."),
    )
    if facts.answered_on is not None:
        yield _fault(
            facts, "copy_received_on", _("The answer was handed in already."), _("Nothing is to be done.")
        )
    if facts.kind == RemedyKind.RECONSIDERATION and not facts.course:
        yield _fault(
            facts,
            "course",
            _("It is not said by which course the reconsideration is held."),
            _("It stands in the letter that came with the copy."),
            Severity.REQUIRE,
        )


def obstacles_to_handing_in_answer(facts: RemedyFacts) -> Iterator[Obstacle]:
    """An answer follows the copy, once, and says what was handed in."""
    yield from future_days(facts.today, answered_on=facts.answered_on)
    yield from not_before(
        "answered_on",
        facts.answered_on,
        facts.copy_received_on,
        _("The answer cannot come before the copy."),
    )
    if facts.copy_received_on is None:
        yield _fault(
            facts,
            None,
            _("It is not recorded when the copy arrived."),
            _("Record its day first: the time to answer runs from it."),
            Severity.REQUIRE,
        )
    if not facts.answer_papers.strip():
        yield _fault(
            facts,
            "answer_papers",
            _("It is not said what was handed in."),
            _("Name the written answer, the evidence and the provisions that were handed in."),
            Severity.REQUIRE,
        )


def _fault(
    facts: RemedyFacts, field: str | None, message: Any, next_step: Any, severity: Severity = Severity.BLOCK
) -> Obstacle:
    return Obstacle(
        code="remedy:answer",
        message=message,
        article=FAIR,
        citation=source_of_answer(facts.kind, facts.course),
        severity=severity,
        field=field,
        next_step=next_step,
    )
