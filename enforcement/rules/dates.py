"""Days that cannot be right: in the future, or before what they follow (Penalty Law, Art. 36, 40)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from foundation.articles import PENALTY, Article, Citation
from foundation.obstacles import Obstacle


def future_days(today: date, **days: date | None) -> Iterator[Obstacle]:
    """An obstacle for each field whose day lies after ``today``."""
    for field, day in days.items():
        if day is not None and day > today:
            yield Obstacle(
                code="date:future",
                message=_("This day lies in the future."),
                article=Article(6),
                citation=Citation(PENALTY, "40"),
                field=field,
                next_step=_("Record what has happened on the day it happened."),
            )


def not_before(field: str, day: date | None, earliest: date | None, what: object) -> Iterator[Obstacle]:
    """An obstacle when ``day`` lies before ``earliest``, the day of ``what``."""
    if day is not None and earliest is not None and day < earliest:
        yield Obstacle(
            code="date:too_early",
            message=what,
            article=Article(6),
            citation=Citation(PENALTY, "40"),
            field=field,
            next_step=_("Correct the day."),
        )


def obstacles_to_clue_dates(
    *, today: date, occurred_on: date, discovered_on: date, ended_on: date | None = None
) -> Iterator[Obstacle]:
    yield from future_days(today, occurred_on=occurred_on, discovered_on=discovered_on, ended_on=ended_on)
    yield from not_before(
        "discovered_on",
        discovered_on,
        occurred_on,
        _("A violation cannot be discovered before it occurred."),
    )
    yield from not_before("ended_on", ended_on, occurred_on, _("A violation cannot end before it occurred."))


def obstacles_to_service(*, today: date, served_on: date, decided_on: date | None) -> Iterator[Obstacle]:
    yield from future_days(today, served_on=served_on)
    yield from not_before(
        "served_on",
        served_on,
        decided_on,
        _("A decision cannot be served before it was taken."),
    )
