"""The second look after an exhortation: due soon after its day, told, escalated, and appointed anew (Art. 8 (6))."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone

from enforcement.services.calendar import last_day_of, morning_after
from foundation.due import cancel, handles, plan
from foundation.models import DueItem
from guidance.models import GuidanceAction
from guidance.rules.following_up import second_look, wrong_next_look
from guidance.services.telling import Whom, action_of, heads_of, implementers_of, supervisors_of, tell
from guidance.vocabulary import Way

OFFICER = "guidance:second_look"
HEAD = "guidance:second_look_head"
SUPERVISOR = "guidance:second_look_late"
KINDS = (OFFICER, HEAD, SUPERVISOR)
MORNING = time(8)


def plan_second_look(action: GuidanceAction, *, at: datetime) -> None:
    """Appoint the second look of an exhortation; inside the act that issues it.

    What is to be put right on the spot is looked at from the same day on.
    """
    if action.way == Way.EXHORT:
        today = timezone.localdate(at)
        correct_by = max(action.exhort.correct_by or today, today)
        day = last_day_of(second_look, correct_by, days=settings.GUIDANCE_RECHECK_DAYS)
        _appoint(action, day, told_from=morning_after(correct_by))


def follow_second_look(action: GuidanceAction, written: dict[str, Any], *, at: datetime) -> None:
    """After a look: the next one where somebody appointed it, and otherwise none.

    Raises ValidationError when the next look cannot be on that day.
    """
    if action.way != Way.EXHORT or "recheck_result" not in written:
        return
    detail, next_look = action.exhort, written.get("recheck_by")
    wrong = wrong_next_look(
        result=detail.recheck_result,
        rechecked_on=detail.rechecked_on or timezone.localdate(at),
        next_look=next_look,
    )
    if wrong:
        raise ValidationError({"recheck_by": ValidationError(str(wrong), code="misfit")})
    _appoint(action, next_look, told_from=at)


@handles(OFFICER)
def remind_of_look(item: DueItem, at: datetime) -> None:
    """The day of the exhortation is over: who implements it goes and looks."""
    _tell(item, at, implementers_of)


@handles(HEAD)
def tell_heads_of_look(item: DueItem, at: datetime) -> None:
    """It is the last day for the look."""
    _tell(item, at, heads_of)


@handles(SUPERVISOR)
def tell_supervisors_of_look(item: DueItem, at: datetime) -> None:
    """Nobody has looked in time."""
    _tell(item, at, supervisors_of)


def _appoint(action: GuidanceAction, day: date | None, *, told_from: datetime) -> None:
    action.exhort.recheck_by = day
    action.exhort.save()
    thing = f"guidance:{action.pk}"
    for kind in KINDS:
        cancel(kind=kind, thing=thing)
    if day is not None:
        last = timezone.make_aware(datetime.combine(day, MORNING))
        times = (min(told_from, last), last, morning_after(day))
        for kind, due_at in zip(KINDS, times, strict=True):
            plan(kind=kind, thing=thing, due_at=due_at, round=day.toordinal())


def _tell(item: DueItem, at: datetime, whom: Whom) -> None:
    action = action_of(item)
    day = action.exhort.recheck_by
    if action.is_live and day is not None and day.toordinal() == item.round:
        tell(action, item, at, day, whom=whom)
