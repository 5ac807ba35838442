"""Approving or refusing a departure from the benchmark, in writing (Art. 5; Penalty Law, Art. 34; DIS-2)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.utils import timezone

from enforcement.lifecycle.departures import DEPARTURE_LIFECYCLE
from enforcement.models import BandDeparture
from enforcement.rules.reasons import obstacles_to_silence
from enforcement.services.cases.base import officer_of, refuse
from enforcement.services.departures.telling import tell_asker
from foundation.actors import Actor
from foundation.record import audited


def approve_departure(
    departure_id: int, *, by: Actor, at: datetime, answer: str = "", expected: int | None = None
) -> BandDeparture:
    """Grant it in writing; raises Refused for who may not, and for a collective approval without its minute."""
    with _answering(departure_id, "approve", answer, by=by, at=at, expected=expected) as departure:
        return departure


def refuse_departure(
    departure_id: int, *, by: Actor, at: datetime, answer: str, expected: int | None = None
) -> BandDeparture:
    """Refuse it, with the reason; raises Refused without one."""
    refuse(obstacles_to_silence(answer, field="answer"))
    with _answering(departure_id, "refuse", answer, by=by, at=at, expected=expected) as departure:
        return departure


@contextmanager
def _answering(
    departure_id: int, name: str, answer: str, *, by: Actor, at: datetime, expected: int | None
) -> Iterator[BandDeparture]:
    transition = DEPARTURE_LIFECYCLE.transition(name)
    with audited(f"departure:{name}", by=by, at=at, under=transition.article, why=answer):
        departure = BandDeparture.objects.workable_by(by).locked(departure_id, expected=expected)
        departure.answered_by, departure.answered_on = officer_of(by), timezone.localdate(at)
        departure.answer = answer
        DEPARTURE_LIFECYCLE.take(departure, name, by=by, at=at)
        departure.save()
        tell_asker(departure, at=at)
        yield departure
