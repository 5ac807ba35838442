"""Whether an act is allowed at a moment, for planning and for what was recorded (Art. 6)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from enforcement.models import CityNight, LocalBan, Organ, QuietPeriod
from enforcement.rules import forbidden_times as rules
from enforcement.rules.time_windows import TimeFacts
from enforcement.services.calendar import work_calendar
from enforcement.vocabulary import TimedAct
from foundation.calendar import WorkCalendar
from foundation.obstacles import Obstacle

_NO_CALENDAR = WorkCalendar(frozenset(), frozenset(), frozenset())


def obstacles_at(
    *, act: str, organ: Organ, at: datetime, urgent: bool = False, exception: str = ""
) -> list[Obstacle]:
    """What stands against ``organ`` doing ``act`` at ``at``.

    ``act`` is one of TimedAct. ``urgent`` turns COE-7 into a warning that a recorded reason lifts;
    ``exception`` is a QuietException, which lifts INS-3 where the quiet period allows it.
    """
    facts = _facts(act=act, organ=organ, at=at, urgent=urgent, exception=exception)
    return list(rules.obstacles_to_acting_at(facts))


def next_allowed_at(
    *, act: str, organ: Organ, at: datetime, urgent: bool = False, exception: str = ""
) -> datetime | None:
    """The earliest moment from ``at`` on at which nothing forbids the act; None within 400 days."""
    return rules.next_allowed_at(_facts(act=act, organ=organ, at=at, urgent=urgent, exception=exception))


def next_free_at(
    *, act: str, organ: Organ, at: datetime, urgent: bool = False, exception: str = ""
) -> datetime | None:
    """The earliest moment from ``at`` on without even a warning; None within 400 days."""
    return rules.next_free_at(_facts(act=act, organ=organ, at=at, urgent=urgent, exception=exception))


def _facts(*, act: str, organ: Organ, at: datetime, **claimed: Any) -> TimeFacts:
    """Two queries; three more for coercive execution, which alone asks for nights and days off."""
    executes = act == TimedAct.COERCIVE_EXECUTION
    return TimeFacts(
        act=act,
        at=at,
        calendar=work_calendar() if executes else _NO_CALENDAR,
        nights=tuple(night.as_facts() for night in CityNight.objects.all()) if executes else (),
        quiet=tuple(period.as_facts() for period in QuietPeriod.objects.binding(organ)),
        bans=tuple(ban.as_facts() for ban in LocalBan.objects.binding(organ)),
        **claimed,
    )
