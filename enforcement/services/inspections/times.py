"""Whether a firm may be visited at the hour that is planned or recorded (Art. 6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from enforcement.models import Inspection
from enforcement.services.forbidden_times import note_time, obstacles_at
from enforcement.vocabulary import TimedAct
from foundation.actors import Actor
from foundation.obstacles import Obstacle, Severity

PRESENT = timedelta(hours=1)


def time_of_plan(inspection: Inspection, _by: Actor, _at: datetime) -> list[Obstacle]:
    """What stands against the hour that is planned."""
    return _found(inspection, inspection.planned_at, "planned_at")


def time_of_start(inspection: Inspection, _by: Actor, at: datetime) -> list[Obstacle]:
    """What stands against beginning now, or at the hour that is stated.

    What happened hours ago cannot be moved: a quiet day is then a warning, answered by a reason and
    signalled to the supervisors.
    """
    moment = inspection.started_at or at
    found = _found(inspection, moment, "started_at")
    is_past = moment < at - PRESENT
    return [replace(o, severity=Severity.WARN, field=None) for o in found] if is_past else found


def _found(inspection: Inspection, moment: datetime, field: str) -> list[Obstacle]:
    found = obstacles_at(
        act=TimedAct.INSPECTION, organ=inspection.organ, at=moment, exception=inspection.exception
    )
    return [o if o.severity is Severity.WARN else replace(o, field=field) for o in found]


def signal_times(inspection: Inspection, *, by: Actor, at: datetime) -> None:
    """Leave the signals that the recorded beginning gives rise to."""
    assert inspection.started_at is not None  # noqa: S101 - called when it has begun
    note_time(
        by=by,
        at=at,
        act=TimedAct.INSPECTION,
        organ=inspection.organ,
        stated_at=inspection.started_at,
        thing=f"inspection:{inspection.pk}",
        title=inspection.number,
        url=inspection.get_absolute_url(),
        reason=inspection.late_reason,
        exception=inspection.exception,
    )
