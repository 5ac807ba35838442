"""What came of issued guidance: sessions, second looks, feedback, and items put right (Art. 8)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models import Organ
from foundation.actors import Actor
from foundation.obstacles import Obstacle, Refused
from guidance.models import GuidanceAction, RectificationItem
from guidance.services.adopting import spread_feedback
from guidance.services.base import recording_on, refuse_impossible_day
from guidance.services.hours import signal_interview
from guidance.services.publications.living import plan_life
from guidance.services.questions import complete_session
from guidance.services.second_looks import follow_second_look
from guidance.vocabulary import InvitationState


def record_progress(
    action_id: int, *, by: Actor, at: datetime, detail: dict[str, Any], expected: int | None = None
) -> GuidanceAction:
    """Write the columns of the way that come true after issuing; the issued text stays as it is.

    Raises ValidationError for days that cannot be, and TypeError for columns of the issued text.
    """
    with recording_on(action_id, "record", by=by, at=at, expected=expected) as action:
        frozen = set(detail) - set(action.page.recorded)
        if frozen:
            raise TypeError(f"{sorted(frozen)} cannot be changed after issuing")
        row, detail = action.detail, complete_session(action, detail)
        for name, value in detail.items():
            if name.endswith(("_on", "_at")) and isinstance(value, date):
                refuse_impossible_day(name, _day_of(value), action, at)
            setattr(row, name, value)
        row.save()
        if "held_at" in detail:
            signal_interview(action, by=by, at=at)
        follow_second_look(action, detail, at=at)
        spread_feedback(action, detail)
        if "published_on" in detail:
            plan_life(action, at=at)
    return action


def add_rectification(
    action_id: int,
    *,
    by: Actor,
    at: datetime,
    requirement: str,
    due_on: date,
    organ: Organ | None = None,
    expected: int | None = None,
) -> GuidanceAction:
    """Agree on something to be put right by a day; ``organ`` takes part and looks after it, else the own one does.

    Raises ValidationError for a day before the notice and for an organ that does not take part.
    """
    with recording_on(action_id, "add_rectification", by=by, at=at, expected=expected) as action:
        if not action.page.has_rectification:
            raise Refused([_nothing_to_put_right(action)])
        if due_on < timezone.localdate(action.issued_at):
            raise ValidationError(
                {"due_on": ValidationError(_("This day lies before the guidance was issued."), code="early")}
            )
        refuse_stranger(action, organ)
        RectificationItem(action=action, requirement=requirement, due_on=due_on, organ=organ).save()
    return action


def recheck_rectification(
    action_id: int,
    *,
    by: Actor,
    at: datetime,
    item: RectificationItem,
    rechecked_on: date,
    recheck_result: str,
    recheck_note: str = "",
    expected: int | None = None,
) -> GuidanceAction:
    """Record a second look at one item."""
    with recording_on(action_id, "recheck", by=by, at=at, expected=expected) as action:
        row = RectificationItem.objects.filter(action=action).locked(item.pk)
        look_again(row, action, at=at, on=rechecked_on, result=recheck_result, note=recheck_note)
    return action


def look_again(
    item: RectificationItem, action: GuidanceAction, *, at: datetime, on: date, result: str, note: str
) -> None:
    """Write what a second look at ``item`` found, inside an open act; raises ValidationError for an odd day."""
    refuse_impossible_day("rechecked_on", on, action, at)
    item.rechecked_on, item.recheck_result, item.recheck_note = on, result, note
    item.save()


def refuse_stranger(action: GuidanceAction, organ: Organ | None) -> None:
    """Raise ValidationError for an organ that does not take part in the interview."""
    taking_part = {row.organ_id for row in action.joint_organs if row.state == InvitationState.COMING}
    if organ is not None and organ.pk not in taking_part:
        raise ValidationError(
            {"organ": ValidationError(_("This organ does not take part in the interview."), code="stranger")}
        )


def _day_of(value: date) -> date:
    return timezone.localdate(value) if isinstance(value, datetime) else value


def _nothing_to_put_right(action: GuidanceAction) -> Obstacle:
    return Obstacle(
        code="GUI-20",
        message=_("Only an interview sets requirements to put something right."),
        article=action.page.article,
        next_step=_("Where a duty is broken, open a case and order its correction."),
    )
