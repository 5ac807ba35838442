"""When coercion, inspections, interviews and visits are not allowed, and when they are again (Art. 6)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.rules.time_windows import ZONE, TimeFacts
from enforcement.vocabulary.forbidden_times import QuietException, TimedAct
from foundation.articles import COERCION, Article, Citation
from foundation.calendar import MissingYear
from foundation.obstacles import Obstacle, Severity

HORIZON = 400
_MIDNIGHT = time(0)
_RULING = _("Administrative Coercion Law, Art. 43; Supreme People's Court (2016) 最高法行他81号")
_URGENT_STEP = _("Give the reason and the approving head: the head is told, and the line above looks at it.")


def obstacles_to_acting_at(facts: TimeFacts) -> Iterator[Obstacle]:
    """Everything that forbids the act at its moment, decided on the clocks of the city."""
    if facts.act == TimedAct.COERCIVE_EXECUTION:
        yield from _obstacles_to_execution(facts)
    yield from _obstacles_of_quiet_periods(facts)
    yield from _obstacles_of_local_bans(facts)


def forbids(obstacles: Iterable[Obstacle]) -> bool:
    """Whether anything stands that a reason alone does not lift."""
    return any(o.severity is not Severity.WARN for o in obstacles)


def next_allowed_at(facts: TimeFacts) -> datetime | None:
    """The earliest moment from ``facts.at`` on at which nothing forbids the act; None within sight."""
    return _first_moment(facts, lambda found: not forbids(found))


def next_free_at(facts: TimeFacts) -> datetime | None:
    """The earliest moment from ``facts.at`` on with no obstacle at all, not even a warning."""
    return _first_moment(facts, lambda found: not found)


def _obstacles_to_execution(facts: TimeFacts) -> Iterator[Obstacle]:
    """COE-7: no coercive execution at night, on weekends or statutory holidays, except urgently."""
    if facts.is_night:
        night = facts.night_on(facts.local.date())
        hours = {"from": night.starts.strftime("%H:%M"), "to": night.ends.strftime("%H:%M")}
        yield _banned(
            facts,
            _("It is night (%(from)s to %(to)s): nothing is executed by force at night.") % hours,
            Citation(COERCION, "43"),
        )
    yield from _obstacles_of_the_day(facts)


def _obstacles_of_the_day(facts: TimeFacts) -> Iterator[Obstacle]:
    day = facts.local.date()
    try:
        works = facts.calendar.is_working_day(day)
    except MissingYear as missing:
        yield _unknown_year(missing.year, facts)
        return
    if not works:
        yield _banned(
            facts, _("It is a weekend or holiday: nothing is executed by force on days off."), _RULING
        )


def _banned(facts: TimeFacts, message: Any, citation: Any) -> Obstacle:
    """Forbidden; in an urgent situation allowed for a recorded reason."""
    return Obstacle(
        code="COE-7",
        message=message,
        article=Article(6),
        citation=citation,
        severity=Severity.WARN if facts.urgent else Severity.BLOCK,
        next_step=_URGENT_STEP if facts.urgent else _("Choose a working day between morning and evening."),
    )


def _unknown_year(year: int, facts: TimeFacts) -> Obstacle:
    return Obstacle(
        code="COE-7",
        message=_("The holiday arrangement of %(year)s has not been entered, so days off are not known.")
        % {"year": year},
        article=Article(6),
        citation=Citation(COERCION, "43"),
        severity=Severity.WARN if facts.urgent else Severity.REQUIRE,
        next_step=_("Have the holidays of %(year)s entered in the administration.") % {"year": year},
    )


def _obstacles_of_quiet_periods(facts: TimeFacts) -> Iterator[Obstacle]:
    """INS-3: on quiet days nobody goes to a firm without one of the exceptions."""
    day = facts.local.date()
    for window in facts.quiet:
        allowed = bool(facts.exception) and facts.exception in window.exceptions
        if facts.act in window.acts and window.covers(day) and not allowed:
            yield Obstacle(
                code="INS-3",
                message=_not_allowed(facts.exception, window.name),
                article=Article(6),
                citation=window.source,
                next_step=_("Choose a day outside the quiet period, or name an exception that it allows."),
            )


def _not_allowed(exception: str, name: Any) -> Any:
    if not exception:
        return _("This is a quiet day: %(name)s.") % {"name": name}
    label = QuietException(exception).label if exception in QuietException.values else exception
    return _("This is a quiet day: %(name)s. It does not allow: %(exception)s.") % {
        "name": name,
        "exception": label,
    }


def _obstacles_of_local_bans(facts: TimeFacts) -> Iterator[Obstacle]:
    """PT-3: local rules keep certain hours free; whoever goes all the same says why."""
    for window in facts.bans:
        if facts.act in window.acts and window.covers(facts.local):
            yield Obstacle(
                code="PT-3",
                message=_("A local rule keeps this time free: %(name)s.") % {"name": window.name},
                article=Article(6),
                citation=window.source,
                severity=Severity.WARN,
                next_step=_("Choose another hour, or say why it cannot wait."),
            )


def _first_moment(facts: TimeFacts, fits: Callable[[list[Obstacle]], bool]) -> datetime | None:
    """Between two boundaries nothing changes, so only the moment itself and boundaries are tried."""
    for moment in _boundaries(facts):
        if fits(list(obstacles_to_acting_at(replace(facts, at=moment)))):
            return moment
    return None


def _boundaries(facts: TimeFacts) -> Iterator[datetime]:
    yield facts.at
    hours = {_MIDNIGHT, *(hour for ban in facts.bans for hour in (ban.starts, ban.ends))}
    for days in range(HORIZON):
        day = facts.local.date() + timedelta(days=days)
        night = facts.night_on(day)
        for hour in sorted({*hours, night.starts, night.ends}):
            moment = datetime.combine(day, hour, ZONE)
            if moment > facts.at:
                yield moment
