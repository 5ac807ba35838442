"""What stands against night hours, quiet periods and local bans as they are entered (Art. 6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.obstacles import Obstacle, Severity

NIGHT_HOURS = 8
_DAY = 24 * 60
_NOISE: Any = _("Noise Pollution Prevention Law, Art. 88, by analogy")


@dataclass(frozen=True, slots=True)
class KeepingFacts:
    """A quiet period or local ban as it is to be kept, and as it stood."""

    today: date
    has_acts: bool
    is_in_reach: bool
    to_day: date | None = None
    began_on: date | None = None
    old_to_day: date | None = None
    is_rewritten: bool = False


def obstacles_to_keeping(facts: KeepingFacts) -> Iterator[Obstacle]:
    """What has begun is ended, never rewritten: what was done under it is judged by it."""
    if not facts.is_in_reach:
        yield Obstacle(
            code="time:reach",
            message=_("This region or organ lies outside your reach."),
            article=Article(4),
            next_step=_("Choose your own organ, or a region that it serves."),
        )
    if not facts.has_acts:
        yield Obstacle(
            code="time:acts",
            message=_("Nothing is kept free when no act is named."),
            article=Article(6),
            severity=Severity.REQUIRE,
            field="acts",
            next_step=_("Name the acts that it concerns."),
        )
    begun = facts.began_on is not None and facts.began_on <= facts.today
    if begun and facts.is_rewritten:
        yield Obstacle(
            code="time:begun",
            message=_("This is in force already, so only its names and its last day can change."),
            article=Article(6),
            next_step=_("Give it a last day, and enter what comes after it."),
        )
    ended = facts.old_to_day is not None and facts.old_to_day < facts.today
    if facts.to_day != facts.old_to_day and begun and (ended or _is_past(facts.to_day, facts.today)):
        yield Obstacle(
            code="time:last_day",
            message=_("A last day in the past would judge anew what was done since."),
            article=Article(6),
            field="to_day",
            next_step=_("Choose today or a later day."),
        )


def _is_past(day: date | None, today: date) -> bool:
    return day is not None and day < today


def obstacles_to_night(
    *, starts: time, ends: time, in_force_from: date, old_from: date | None, today: date, is_first: bool
) -> Iterator[Obstacle]:
    """A city may move the night, not shorten it; and never for days that have passed."""
    minutes = ((ends.hour - starts.hour) * 60 + ends.minute - starts.minute) % _DAY
    if minutes != NIGHT_HOURS * 60:
        yield Obstacle(
            code="time:night_hours",
            message=_("A night has eight hours; these are %(hours)s.") % {"hours": f"{minutes / 60:g}"},
            article=Article(6),
            citation=_NOISE,
            field="ends_at",
            next_step=_("Move both ends together."),
        )
    if (old_from is not None and old_from <= today) or (in_force_from < today and not is_first):
        yield _night_in_force("in_force_from")


def _night_in_force(field: str) -> Obstacle:
    return Obstacle(
        code="time:night_in_force",
        message=_("Night hours that are in force are not changed backwards."),
        article=Article(6),
        field=field,
        next_step=_("Enter new hours from today or a later day on."),
    )
