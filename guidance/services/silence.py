"""That no answer came is noted once its day is over: it says so much and leads to nothing (Art. 8)."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from enforcement.services.calendar import morning_after
from foundation.actors import SCHEDULER, Actor
from foundation.due import cancel, handles, plan
from foundation.models import DueItem
from guidance.models import GuidanceAction
from guidance.services.base import recording_on
from guidance.services.responding import note_silence
from guidance.services.telling import action_of
from guidance.vocabulary import GuidanceState, Response

NOTE = "guidance:silence"


def plan_silence(action: GuidanceAction) -> None:
    """Plan the day after the last for an answer; inside the act that issues the guidance."""
    thing = f"guidance:{action.pk}"
    cancel(kind=NOTE, thing=thing)
    if action.reply_by is not None and not action.page.is_public:
        day = action.reply_by
        plan(kind=NOTE, thing=thing, due_at=morning_after(day), round=day.toordinal())


@handles(NOTE)
def note_silence_when_due(item: DueItem, at: datetime) -> None:
    """Nothing was heard until the day was over: the action stays as it is, and nobody is told."""
    action = action_of(item)
    waits = action.state == GuidanceState.ISSUED and not action.response
    over = action.reply_by is not None and action.reply_by < timezone.localdate(at)
    if waits and over and not action.was_heard:
        note_silence(action.pk, by=SCHEDULER, at=at)


def end_silence(action: GuidanceAction, *, by: Actor, at: datetime) -> None:
    """The counterpart has spoken after all, in another way than by an answer: nothing is left of the silence."""
    if action.is_live and action.response == Response.SILENT:
        with recording_on(action.pk, "end_silence", by=by, at=at) as heard:
            heard.response = ""
