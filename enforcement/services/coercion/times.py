"""The hour of coercion: planned and recorded moments are held against the forbidden times (Art. 6)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from enforcement.models import CoerciveMeasure
from enforcement.services.forbidden_times import note_time, obstacles_at, record_emergency
from enforcement.vocabulary import TimedAct
from foundation.actors import Actor


def ask_the_clock(measure: CoerciveMeasure, moment: datetime, *, exception: str = "") -> None:
    """Let the rules see what forbids ``moment``; an approved urgency turns COE-7 into a warning."""
    measure.forbidden_time = tuple(
        obstacles_at(
            act=_act_of(measure),
            organ=measure.organ,
            at=moment,
            urgent=bool(measure.urgent_reason.strip()),
            exception=exception,
        )
    )


def note_the_clock(
    measure: CoerciveMeasure, moment: datetime, *, by: Actor, at: datetime, exception: str = ""
) -> None:
    """Tell the line above what the recorded moment shows: an approved emergency, a late record (Art. 6)."""
    urgent = bool(measure.urgent_reason.strip())
    about: dict[str, Any] = {
        "act": _act_of(measure),
        "organ": measure.organ,
        "thing": f"coercion:{measure.pk}",
        "title": f"{measure.get_kind_display()} · {measure.case}",
        "url": measure.get_absolute_url(),
    }
    note_time(by=by, at=at, stated_at=moment, exception=exception, urgent=urgent, **about)
    if urgent and any(o.code == "COE-7" for o in measure.forbidden_time):
        record_emergency(
            by=by, at=at, acted_at=moment, reason=measure.urgent_reason, approver=measure.approved_by, **about
        )


def _act_of(measure: CoerciveMeasure) -> TimedAct:
    return TimedAct.COERCIVE_EXECUTION if measure.is_execution else TimedAct.COERCIVE_MEASURE
