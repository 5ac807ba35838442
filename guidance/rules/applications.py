"""An application for guidance: taken up in the days that the city set, or refused with reasons (Art. 8)."""

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

ANSWER_DAYS = 5


def answering(applied_on: date, calendar: WorkCalendar, *, days: int = ANSWER_DAYS) -> Reckoning:
    """GUI-6: by when an application for guidance is taken up or refused; raises MissingYear."""
    return reckon(Period(days, Unit.WORKING), start=applied_on, calendar=calendar)


def obstacles_to_refusing_application(*, is_application: bool, reason: str) -> Iterator[Obstacle]:
    """Who applied for guidance is told why there will be none."""
    if is_application and not reason.strip():
        yield Obstacle(
            code="GUI-6",
            message=_("An application for guidance is refused only with reasons."),
            article=Article(8),
            severity=Severity.REQUIRE,
            field="reason",
            next_step=_("Say why the guidance is not given."),
        )
