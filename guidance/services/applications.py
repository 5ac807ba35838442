"""The time in which an application for guidance is answered, and who is told when it has passed (GUI-6)."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.services.calendar import last_day_of, morning_after
from enforcement.services.rules import parameter
from foundation.due import cancel, handles, plan
from foundation.models import DueItem
from foundation.obstacles import Refused
from guidance.models import GuidanceAction
from guidance.rules.applications import ANSWER_DAYS, answering
from guidance.services.telling import action_of, implementers_and_heads, tell
from guidance.vocabulary import Trigger

LATE = "guidance:application"


def set_time_to_answer(action: GuidanceAction, *, at: datetime) -> None:
    """GUI-6: an application has a day, today when none was given; a new version of old guidance answers none."""
    today = timezone.localdate(at)
    if action.trigger != Trigger.APPLICATION or action.supersedes_id is not None:
        action.applied_on = action.answer_by = None
        return
    action.applied_on = action.applied_on or today
    if action.applied_on > today:
        raise ValidationError({"applied_on": ValidationError(_("This day has not come yet."), code="future")})
    action.answer_by = _answer_by(action.applied_on)


def plan_answer(action: GuidanceAction) -> None:
    """GUI-6: plan who is told once the time is over; call it when the row is kept."""
    cancel(kind=LATE, thing=f"guidance:{action.pk}")
    if action.answer_by is not None:
        plan(
            kind=LATE,
            thing=f"guidance:{action.pk}",
            due_at=morning_after(action.answer_by),
            round=action.answer_by.toordinal(),
        )


@handles(LATE)
def tell_of_unanswered_application(item: DueItem, at: datetime) -> None:
    """GUI-6: take it up, or refuse it with reasons; implementers and heads are told once."""
    action = action_of(item)
    if not action.is_unissued or action.answer_by is None or action.answer_by >= timezone.localdate(at):
        return
    tell(action, item, at, action.answer_by, whom=implementers_and_heads)


def _answer_by(applied_on: date) -> date | None:
    """An application is taken in also while the holidays of its year are unknown."""
    try:
        return last_day_of(answering, applied_on, days=parameter("GUI-6", "days", default=ANSWER_DAYS))
    except Refused:
        return None
