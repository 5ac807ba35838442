"""Counselling that was taken up is held soon: the day, and who is told once it has passed (Art. 8 (4))."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.utils import timezone

from enforcement.services.calendar import last_day_of, morning_after
from foundation.due import handles, plan
from foundation.models import DueItem
from guidance.models import GuidanceAction
from guidance.rules.following_up import holding
from guidance.services.telling import action_of, implementers_and_heads, tell
from guidance.vocabulary import GuidanceState, Way

LATE = "guidance:hold"


def plan_holding(action: GuidanceAction, *, at: datetime) -> None:
    """Appoint the last day for counselling that is taken up now; inside the act that issues it."""
    if action.way != Way.COUNSEL:
        return
    day = last_day_of(holding, timezone.localdate(at), days=settings.GUIDANCE_HOLD_DAYS)
    action.counsel.hold_by = day
    action.counsel.save()
    plan(kind=LATE, thing=f"guidance:{action.pk}", due_at=morning_after(day))


@handles(LATE)
def tell_of_late_counselling(item: DueItem, at: datetime) -> None:
    """The day has passed: who implements it and the heads are told once."""
    action = action_of(item)
    day = action.counsel.hold_by
    wanted = action.is_live and action.state != GuidanceState.DECLINED
    if wanted and day is not None and action.counsel.held_on is None:
        tell(action, item, at, day, whom=implementers_and_heads)
