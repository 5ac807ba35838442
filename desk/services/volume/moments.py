"""Days and moments of invented work: five years up to now, in office hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from random import Random

from django.utils import timezone

YEARS = timedelta(days=5 * 365)


@lru_cache(maxsize=4096)
def moment(day: date, *, hour: int) -> datetime:
    """``day`` at ``hour`` in the time zone of the installation."""
    return timezone.make_aware(datetime.combine(day, time(hour)))


@dataclass(frozen=True)
class Span:
    """From ``start`` to ``end``."""

    start: datetime
    end: datetime

    @classmethod
    def until(cls, at: datetime) -> Span:
        return cls(timezone.localtime(at) - YEARS, timezone.localtime(at))

    @property
    def today(self) -> date:
        return self.end.date()

    def any_moment(self, random: Random) -> datetime:
        """A moment of the span, to the second; between eight and six, but never after its end."""
        day = self.start.date() + timedelta(days=random.randint(1, YEARS.days))
        found = moment(day, hour=8) + timedelta(seconds=random.randrange(10 * 3600))
        return min(found, self.end)
