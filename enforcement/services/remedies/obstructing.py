"""Nothing is enforced by coercion while a remedy holds the execution (Penalty Law, Art. 73)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone

from enforcement.models import CoerciveMeasure
from enforcement.rules.remedies import obstacles_to_stopped_execution
from enforcement.vocabulary import EXECUTIONS
from foundation.actors import Actor
from foundation.obstacles import Obstacle


def obstacles_to_executing_meanwhile(
    measure: CoerciveMeasure, _by: Actor, at: datetime
) -> Iterator[Obstacle]:
    """For executions of a decision alone: a measure secures evidence or prevents harm, and goes on."""
    if measure.kind in EXECUTIONS:
        stopped = measure.case.is_execution_stopped(timezone.localdate(at))
        yield from obstacles_to_stopped_execution(is_stopped=stopped)
