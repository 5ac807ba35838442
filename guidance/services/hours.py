"""The hours of return visits and interviews: neither is fixed for, nor held at, a time that is kept free (Art. 6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time

from django.utils import timezone

from enforcement.services.forbidden_times import note_time, obstacles_at
from enforcement.vocabulary import TimedAct
from foundation.actors import Actor
from foundation.obstacles import Obstacle, Severity
from guidance.models import GuidanceAction, ReturnVisit
from guidance.vocabulary import VisitMode, Way

END_OF_OFFICE = time(18)


def hour_of_planned_visit(visit: ReturnVisit, _by: Actor, _at: datetime) -> Iterable[Obstacle]:
    """What stands against the hour that was agreed with the party."""
    if visit.planned_for is None:
        return
    for found in obstacles_at(act=TimedAct.RETURN_VISIT, organ=visit.organ, at=visit.planned_for):
        yield found if found.severity is Severity.WARN else replace(found, field="planned_for")


def hour_of_held_visit(visit: ReturnVisit, _by: Actor, _at: datetime) -> Iterable[Obstacle]:
    """What has happened cannot be moved: a forbidden hour is answered by a reason."""
    if visit.held_on is None or visit.mode != VisitMode.ON_SITE:
        return
    for found in obstacles_at(act=TimedAct.RETURN_VISIT, organ=visit.organ, at=moment_of(visit)):
        yield replace(found, severity=Severity.WARN, field=None)


def hour_of_interview(action: GuidanceAction) -> Iterable[Obstacle]:
    """Nobody is invited for an hour that is kept free; asked when the invitation goes out."""
    invited_for = getattr(action.detail, "invited_for", None)
    if action.way == Way.INTERVIEW and invited_for is not None:
        yield from obstacles_at(act=TimedAct.INTERVIEW, organ=action.organ, at=invited_for)


def moment_of(visit: ReturnVisit) -> datetime:
    """When the visit was held; without an hour, at the end of that day's office hours."""
    assert visit.held_on is not None  # noqa: S101 - asked of held visits only
    return timezone.make_aware(datetime.combine(visit.held_on, visit.held_time or END_OF_OFFICE))


def signal_visit(visit: ReturnVisit, *, by: Actor, at: datetime) -> None:
    """Leave the signals that the recorded time of a visit gives rise to."""
    act = TimedAct.RETURN_VISIT if visit.mode == VisitMode.ON_SITE else ""
    note_time(
        by=by, at=at, act=act, organ=visit.organ, stated_at=min(moment_of(visit), at), thing=f"visit:{visit.pk}",
        title=str(visit), url=visit.get_absolute_url(),
    )  # fmt: skip


def signal_interview(action: GuidanceAction, *, by: Actor, at: datetime) -> None:
    """Leave the signals that the recorded time of an interview gives rise to."""
    held_at = getattr(action.detail, "held_at", None)
    if action.way == Way.INTERVIEW and held_at is not None:
        note_time(
            by=by, at=at, act=TimedAct.INTERVIEW, organ=action.organ, stated_at=held_at,
            thing=f"guidance:{action.pk}", title=str(action), url=action.get_absolute_url(),
        )  # fmt: skip
