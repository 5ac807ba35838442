"""What stands against a holiday arrangement: wrong year, a day twice, a make-up day that is no weekend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.obstacles import Obstacle

_SATURDAY = 5
_STEP = _("Compare with the State Council's notice and correct the days.")


def obstacles_to_arrangement(year: int, *, off: Sequence[date], makeup: Sequence[date]) -> Iterator[Obstacle]:
    """Deadlines in working days rest on the arrangement, so every day of it must make sense."""
    foreign = sorted({day for day in (*off, *makeup) if day.year != year})
    double = sorted(set(off) & set(makeup))
    weekdays = sorted(day for day in set(makeup) if day.weekday() < _SATURDAY)
    if not off:
        yield _fault("empty", _("There is no day off in the arrangement."), [])
    if foreign:
        yield _fault("foreign_year", _("Days of another year: %(days)s."), foreign)
    if double:
        yield _fault("double", _("Days both off and worked: %(days)s."), double)
    if weekdays:
        yield _fault("makeup_on_weekday", _("Make-up workdays that are no weekend: %(days)s."), weekdays)


def missing_year(year: int) -> Obstacle:
    """Why a period cannot be reckoned: nobody entered the days off of ``year``; guessing would be wrong."""
    return Obstacle(
        code="calendar:missing_year",
        message=_("The holiday arrangement of %(year)s has not been entered.") % {"year": year},
        article=Article(6),
        next_step=_(
            "Enter the year %(year)s in the administration under “Holiday arrangements”, then try again."
        )
        % {"year": year},
    )


def _fault(code: str, message: Any, days: list[date]) -> Obstacle:
    named = ", ".join(day.isoformat() for day in days[:10])
    return Obstacle(
        code=f"holiday:{code}", message=message % {"days": named}, article=Article(6), next_step=_STEP
    )
