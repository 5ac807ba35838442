"""Planning trainings, recording who attended, and closing them (Art. 7)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from enforcement.lifecycle.training import TRAINING_LIFECYCLE
from enforcement.models import Attendance, Officer, Organ, TrainingSession
from enforcement.rules.training import obstacles_to_recording_attendance
from enforcement.services.cases.base import refuse
from enforcement.services.training.reminding import plan_shortfall
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission
from foundation.record import audited

EDIT, LEARNING = Permission.TRAINING_EDIT, Article(7)


def plan_training(
    *,
    by: Actor,
    at: datetime,
    title: str,
    kind: str,
    topic: str,
    held_on: date,
    hours: Decimal,
    place: str = "",
    content: str = "",
) -> TrainingSession:
    """Enter a training of the actor's organ."""
    by.require(EDIT)
    with audited("training:plan", by=by, at=at, under=LEARNING):
        session = TrainingSession(
            title=title, kind=kind, topic=topic, held_on=held_on, hours=hours, place=place, content=content
        )
        session.place_under(Organ.objects.get(pk=by.organ_id or 0))
        session.save()
        plan_shortfall(session)
        return session


def edit_training(
    session_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> TrainingSession:
    """Correct a training; raises Forbidden, DoesNotExist outside the own organ, and Stale."""
    with changing_training(session_id, "edit", by=by, at=at, expected=expected) as session:
        for name in ("title", "kind", "topic", "held_on", "hours", "place", "content"):
            setattr(session, name, values.get(name, getattr(session, name)))
        session.save()
        plan_shortfall(session)
        return session


def record_attendance(
    session_id: int,
    *,
    by: Actor,
    at: datetime,
    officers: list[Officer],
    hours: Decimal | None = None,
    expected: int | None = None,
) -> TrainingSession:
    """Record that ``officers`` attended, for all its hours or fewer; who is recorded already is corrected.

    Raises Refused before its day.
    """
    with changing_training(session_id, "attend", by=by, at=at, expected=expected) as session:
        refuse(obstacles_to_recording_attendance(session.facts(by=by, at=at)))
        for officer in officers:
            note_attendance(session, officer, hours or session.hours)
        session.save()
        return session


def note_attendance(session: TrainingSession, officer: Officer, hours: Decimal, note: str = "") -> None:
    """One officer's hours, inside the open audit entry; never more than the training had."""
    known = Attendance.objects.filter(session=session, officer=officer).first()
    row = known or Attendance(session=session, officer=officer)
    row.hours, row.note = min(hours, Decimal(session.hours)), note
    row.save()


def hold_training(
    session_id: int, *, by: Actor, at: datetime, expected: int | None = None
) -> TrainingSession:
    """Close a training as held; raises Refused before its day, or when nobody attended."""
    return _take_training(session_id, "hold", by=by, at=at, expected=expected)


def cancel_training(
    session_id: int, *, by: Actor, at: datetime, reason: str, expected: int | None = None
) -> TrainingSession:
    """Cancel a planned training, with the reason."""
    return _take_training(session_id, "cancel", by=by, at=at, expected=expected, why=reason)


def _take_training(
    session_id: int, name: str, *, by: Actor, at: datetime, expected: int | None, why: str = ""
) -> TrainingSession:
    with audited(f"training:{name}", by=by, at=at, under=LEARNING, why=why):
        session: TrainingSession = TrainingSession.objects.workable_by(by).locked(
            session_id, expected=expected
        )
        TRAINING_LIFECYCLE.take(session, name, by=by, at=at)
        session.save()
        return session


@contextmanager
def changing_training(
    session_id: int, verb: str, *, by: Actor, at: datetime, expected: int | None
) -> Iterator[TrainingSession]:
    """Open the audit entry ``training:<verb>`` and lock the training."""
    by.require(EDIT)
    with audited(f"training:{verb}", by=by, at=at, under=LEARNING):
        yield TrainingSession.objects.workable_by(by).locked(session_id, expected=expected)


def attendants_of(organ_id: int) -> Any:
    """The officers whose attendance an organ records: its own, and those of the organs below it."""
    organs = Organ.objects.filter(pk=organ_id) | Organ.objects.filter(branch_id=organ_id)
    return Officer.objects.active().filter(organ__in=organs | Organ.objects.filter(line_id=organ_id))
