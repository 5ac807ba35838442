"""Beginning and ending a mediation, and looking at what became of the agreement (Art. 7)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from enforcement.lifecycle.mediations import AGREED, MEDIATION_LIFECYCLE
from enforcement.models import Mediation
from enforcement.rules.dates import future_days
from enforcement.services.cases.base import refuse
from enforcement.services.notifications import notify
from foundation.actors import Actor
from foundation.due import handles, plan
from foundation.models import DueItem
from foundation.record import audited


def begin_mediation(mediation_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> Mediation:
    """Begin; raises Refused without two willing parties and an impartial mediator."""
    with _stepping(mediation_id, "accept", by=by, at=at, expected=expected) as mediation:
        mediation.begun_on = timezone.localdate(at)
    return mediation


def record_agreement(
    mediation_id: int,
    *,
    by: Actor,
    at: datetime,
    agreement: str,
    perform_by: date | None = None,
    expected: int | None = None,
) -> Mediation:
    """End with an agreement; its performance is looked at after ``perform_by``."""
    with _stepping(mediation_id, "agree", by=by, at=at, expected=expected) as mediation:
        _end(mediation, agreement, perform_by, at)
    return mediation


def record_part_agreement(
    mediation_id: int,
    *,
    by: Actor,
    at: datetime,
    agreement: str,
    perform_by: date | None = None,
    expected: int | None = None,
) -> Mediation:
    """End with an agreement about a part of the dispute; for the rest every other way stays open."""
    with _stepping(mediation_id, "agree_partly", by=by, at=at, expected=expected) as mediation:
        _end(mediation, agreement, perform_by, at)
    return mediation


def end_without_agreement(
    mediation_id: int, *, by: Actor, at: datetime, reason: str, expected: int | None = None
) -> Mediation:
    """End without agreement; the parties are told that arbitration and the courts stay open."""
    with _stepping(mediation_id, "fail", by=by, at=at, expected=expected, why=reason) as mediation:
        mediation.ended_on = timezone.localdate(at)
    return mediation


def withdraw_mediation(
    mediation_id: int, *, by: Actor, at: datetime, reason: str, expected: int | None = None
) -> Mediation:
    """A party no longer wants it; nothing follows from that."""
    with _stepping(mediation_id, "withdraw", by=by, at=at, expected=expected, why=reason) as mediation:
        mediation.ended_on = timezone.localdate(at)
    return mediation


def note_performed(
    mediation_id: int,
    *,
    by: Actor,
    at: datetime,
    performed_on: date,
    note: str = "",
    expected: int | None = None,
) -> Mediation:
    """The agreement was performed; raises Refused for a day in the future."""
    return _look(mediation_id, "note_performed", by=by, at=at, on=performed_on, note=note, expected=expected)


def note_unperformed(
    mediation_id: int, *, by: Actor, at: datetime, performed_on: date, note: str, expected: int | None = None
) -> Mediation:
    """The agreement was not performed; the other party is told its ways."""
    return _look(
        mediation_id, "note_unperformed", by=by, at=at, on=performed_on, note=note, expected=expected
    )


def _look(
    mediation_id: int, name: str, *, by: Actor, at: datetime, on: date, note: str, expected: int | None
) -> Mediation:
    refuse(future_days(timezone.localdate(at), performed_on=on))
    with _stepping(mediation_id, name, by=by, at=at, expected=expected) as mediation:
        mediation.performed_on, mediation.performance_note = on, note
    return mediation


def _end(mediation: Mediation, agreement: str, perform_by: date | None, at: datetime) -> None:
    mediation.agreement, mediation.perform_by = agreement, perform_by
    mediation.ended_on = timezone.localdate(at)
    if perform_by is not None:
        morning = timezone.make_aware(datetime.combine(perform_by + timedelta(days=1), time(8)))
        plan(kind="mediation:check", thing=f"mediation:{mediation.pk}", due_at=max(at, morning))


@handles("mediation:check")
def ask_for_performance(item: DueItem, at: datetime) -> None:
    """Ask the mediators once what became of the agreement, while nobody has looked."""
    mediation = Mediation.objects.get(pk=item.thing.partition(":")[2])
    if mediation.state not in AGREED or mediation.perform_by is None:
        return
    for mediator in mediation.mediators.select_related("officer"):
        notify(
            mediator.officer,
            kind="mediation:check",
            thing=item.thing,
            at=at,
            url=mediation.get_absolute_url(),
            data={"number": mediation.number, "day": mediation.perform_by.isoformat()},
        )


@contextmanager
def _stepping(
    mediation_id: int, name: str, *, by: Actor, at: datetime, expected: int | None, why: str = ""
) -> Iterator[Mediation]:
    step = MEDIATION_LIFECYCLE.transition(name)
    with audited(f"mediation:{name}", by=by, at=at, under=step.article, why=why):
        mediation: Mediation = Mediation.objects.workable_by(by).locked(mediation_id, expected=expected)
        yield mediation
        MEDIATION_LIFECYCLE.take(mediation, name, by=by, at=at)
        mediation.save()
