"""The appointment of an interview: confirmed, moved, missed; and who came (Art. 8 (7))."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models import Document, Officer, Organ
from enforcement.services.calendar import last_day_of
from enforcement.services.documents import correct_document
from enforcement.services.forbidden_times import obstacles_at
from enforcement.services.notifications import notify
from enforcement.services.rules import parameter
from enforcement.vocabulary import TimedAct
from foundation.actors import Actor
from foundation.firing import weigh
from foundation.obstacles import Obstacle, Refused
from foundation.permissions import Role
from guidance.models import Appointment, GuidanceAction, InterviewAttendance
from guidance.rules.interviews import NOTICE_DAYS, earliest_day, is_to_be_escalated, obstacles_to_short_notice
from guidance.services.base import not_now, recording_on
from guidance.services.recording import refuse_stranger
from guidance.vocabulary import AppointmentOutcome, Way


def appoint(action: GuidanceAction) -> None:
    """Keep the first appointment of an interview that is announced; inside the act that issues it."""
    if action.way == Way.INTERVIEW:
        detail = action.detail
        Appointment(action=action, invited_for=detail.invited_for, place=detail.place).save()  # type: ignore[attr-defined]


def short_notice(action: GuidanceAction, at: datetime) -> Iterator[Obstacle]:
    """What stands against the day of an interview that is announced now."""
    if action.way == Way.INTERVIEW:
        yield from _short(action.detail.invited_for, at)  # type: ignore[attr-defined]


def confirm_appointment(
    action_id: int, *, by: Actor, at: datetime, note: str = "", expected: int | None = None
) -> GuidanceAction:
    """Record that who was invited will come."""
    with _appointed(action_id, "confirm_interview", by=by, at=at, expected=expected) as (action, row):
        row.outcome, row.note = AppointmentOutcome.CONFIRMED, note
        row.save()
    return action


def move_interview(
    action_id: int,
    *,
    by: Actor,
    at: datetime,
    invited_for: datetime,
    place: str,
    reason: str,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> GuidanceAction:
    """Appoint another hour: what was served stays as it is, and a new edition of each letter tells the change.

    Raises Refused for an hour that is kept free, for a day that is near without a reason, and when it was held.
    """
    with recording_on(action_id, "move_interview", by=by, at=at, expected=expected, why=reason) as action:
        _refuse_unless_to_be_held(action)
        hour = obstacles_at(act=TimedAct.INTERVIEW, organ=action.organ, at=invited_for)
        found = [*hour, *_short(invited_for, at)]
        weigh(found, action="guidance:move_interview", thing=action, by=by, at=at, overrides=overrides)
        for row in Appointment.objects.filter(action=action).standing():
            row.outcome = AppointmentOutcome.MOVED
            row.save()
        Appointment(action=action, invited_for=invited_for, place=place, reason=reason).save()
        _write_anew(action, by=by, at=at, reason=reason)
    return action


def note_absence(
    action_id: int, *, by: Actor, at: datetime, note: str = "", expected: int | None = None
) -> GuidanceAction:
    """Record that nobody came; after the second time the heads are asked what to do next.

    Guidance is voluntary: nothing follows from an absence by itself.
    """
    with _appointed(action_id, "note_absence", by=by, at=at, expected=expected) as (action, row):
        if at < row.invited_for:
            raise Refused([not_now(action, _("Wait until the hour has come."))])
        row.outcome, row.note = AppointmentOutcome.ABSENT, note
        row.save()
        absences = Appointment.objects.filter(action=action, outcome=AppointmentOutcome.ABSENT).count()
        if is_to_be_escalated(absences):
            _ask_the_heads(action, absences, at)
    return action


def add_attendance(
    action_id: int,
    *,
    by: Actor,
    at: datetime,
    name: str,
    capacity: str,
    signature: str,
    note: str = "",
    organ: Organ | None = None,
    expected: int | None = None,
) -> GuidanceAction:
    """Record who came to the interview, one by one where it was collective, and whether they signed.

    ``organ`` is one that takes part, for its officer. Raises ValidationError for any other.
    """
    with recording_on(action_id, "add_attendance", by=by, at=at, expected=expected) as action:
        _refuse_unless_interview(action)
        refuse_stranger(action, organ)
        InterviewAttendance(
            action=action, name=name, capacity=capacity, signature=signature, note=note, organ=organ
        ).save()
    return action


@contextmanager
def _appointed(
    action_id: int, verb: str, *, by: Actor, at: datetime, expected: int | None
) -> Iterator[tuple[GuidanceAction, Appointment]]:
    with recording_on(action_id, verb, by=by, at=at, expected=expected) as action:
        row = Appointment.objects.filter(action=action).standing().select_for_update().first()
        if row is None:
            raise Refused([not_now(action, _("Appoint an hour first."))])
        yield action, row


def _short(invited_for: datetime, at: datetime) -> Iterator[Obstacle]:
    days = parameter("GUI-7", "notice", default=NOTICE_DAYS)
    earliest = last_day_of(earliest_day, timezone.localdate(at), days=days)
    yield from obstacles_to_short_notice(invited_on=timezone.localdate(invited_for), earliest_on=earliest)


def _write_anew(action: GuidanceAction, *, by: Actor, at: datetime, reason: str) -> None:
    """An interview is announced in writing, its new hour too (GUI-7)."""
    letters = Document.objects.about("guidance", action.pk).current().order_by("pk")
    for key in list(letters.values_list("pk", flat=True)):
        correct_document(key, by=by, at=at, reason=reason)


def _refuse_unless_to_be_held(action: GuidanceAction) -> None:
    _refuse_unless_interview(action)
    if action.detail.held_at is not None:  # type: ignore[attr-defined]
        raise Refused([not_now(action, _("It was held already: nothing is left to appoint."))])


def _refuse_unless_interview(action: GuidanceAction) -> None:
    if action.way != Way.INTERVIEW:
        raise Refused([not_now(action, _("Only an interview is appointed and attended."))])


def _ask_the_heads(action: GuidanceAction, absences: int, at: datetime) -> None:
    for head in Officer.objects.active().filter(organ_id=action.organ_id, grants__role=Role.HEAD).distinct():
        notify(
            head,
            kind="guidance:absent",
            thing=f"guidance:{action.pk}",
            round=absences,
            at=at,
            url=action.get_absolute_url(),
            data={"number": action.number},
        )
