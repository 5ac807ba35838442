"""The yearly report of what enforcement came to (Art. 4; PUB-5)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from enforcement.rules.dates import future_days
from foundation.articles import PUBLICITY, Article, Citation
from foundation.obstacles import Obstacle, Severity


def obstacles_to_recording_report(*, today: date, year: int, published_on: date) -> Iterator[Obstacle]:
    """PUB-5: a year is reported on when it is over, and published before it is recorded."""
    yield from future_days(today, published_on=published_on)
    if published_on.year <= year:
        yield _pub_5(
            "year",
            _("The year was not over when the report was published."),
            _("Correct the year or the day."),
        )


def _pub_5(field: str, message: object, next_step: object) -> Obstacle:
    return Obstacle(
        code="PUB-5",
        message=message,
        article=Article(4),
        citation=Citation(PUBLICITY, "6"),
        severity=Severity.REQUIRE,
        field=field,
        next_step=next_step,
    )
