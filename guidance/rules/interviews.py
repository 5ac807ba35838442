"""When an interview is announced, and what follows when nobody comes (Art. 8 (7))."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from enforcement.rules.periods import Period
from enforcement.rules.reckoning import Reckoning, reckon
from enforcement.vocabulary import Unit
from foundation.articles import Article
from foundation.calendar import WorkCalendar
from foundation.obstacles import Obstacle, Severity

NOTICE_DAYS = 3
MOST_ABSENCES = 2


def earliest_day(noticed_on: date, calendar: WorkCalendar, *, days: int = NOTICE_DAYS) -> Reckoning:
    """The first day for an interview announced on ``noticed_on`` without haste; raises MissingYear."""
    return reckon(Period(days, Unit.WORKING), start=noticed_on, calendar=calendar)


def obstacles_to_short_notice(*, invited_on: date, earliest_on: date) -> Iterator[Obstacle]:
    """Who is invited has time to prepare; haste has a reason."""
    if invited_on < earliest_on:
        yield Obstacle(
            code="GUI-61",
            message=_("An interview is announced three working days before."),
            article=Article(8, "7"),
            severity=Severity.WARN,
            field=None,
            next_step=_("Appoint a later day, or say why it is urgent."),
        )


def is_to_be_escalated(absences: int) -> bool:
    """Whether the head is asked what to do next: guidance is voluntary, and nothing follows by itself."""
    return absences >= MOST_ABSENCES
