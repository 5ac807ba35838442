"""Counselling that was taken up is held soon: the day, and who is told once it has passed (Art. 8 (4))."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.utils import timezone

from enforcement.services.calendar import last_day_of, morning_after
from foundation.due import cancel, handles, plan
from foundation.models import DueItem
from guidance.models import GuidanceAction
from guidance.rules.following_up import holding
from guidance.services.telling import action_of, implementers_and_heads, tell
from guidance.vocabulary import Way

LATE = "guidance:hold"


def plan_holding(action: GuidanceAction, *, at: datetime) -> None:
    """Appoint the last day for counselling that is taken up now; inside the act that issues it."""
    if action.way != Way.COUNSEL:
        return
    day = last_day_of(holding, timezone.localdate(at), days=settings.GUIDANCE_HOLD_DAYS)
    action.counsel.hold_by = day
    action.counsel.save()
    plan(kind=LATE, thing=f"guidance:{action.pk}", due_at=morning_after(day))


def drop_holding(action: GuidanceAction) -> None:
    """Nobody waits for counselling that the counterpart does not want."""
    if action.way == Way.COUNSEL:
        cancel(kind=LATE, thing=f"guidance:{action.pk}")
        action.counsel.hold_by = None
        action.counsel.save()


def wanted_after_all(action: GuidanceAction, *, at: datetime) -> None:
    """Who declined it at first has thought better of it."""
    if action.way == Way.COUNSEL and action.counsel.hold_by is None and action.counsel.held_on is None:
        plan_holding(action, at=at)


@handles(LATE)
def tell_of_late_counselling(item: DueItem, at: datetime) -> None:
    """The day has passed: who implements it and the heads are told once."""
    action = action_of(item)
    day = action.counsel.hold_by
    waits = action.counsel.held_on is None or action.questions.open().exists()
    if action.is_live and day is not None and waits:
        tell(action, item, at, day, whom=implementers_and_heads)
