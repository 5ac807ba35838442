"""A planned measure is taken on, carried out, or dropped with a reason (Art. 9)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from enforcement.models import Inspection
from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Forbidden
from foundation.permissions import Permission
from foundation.record import audited
from guidance.models import GuidanceAction
from riskcontrol.lifecycle import PLAN_LIFECYCLE
from riskcontrol.models import RiskPlan


def take_on(plan_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> RiskPlan:
    """Take the measure on oneself; raises Refused when it is no longer proposed, Stale, and Forbidden."""
    return _carry(plan_id, "take_on", by=by, at=at, expected=expected, told={"officer_id": by.officer_id})


def finish_plan(
    plan_id: int,
    *,
    by: Actor,
    at: datetime,
    guidance: GuidanceAction | None = None,
    inspection: Inspection | None = None,
    expected: int | None = None,
) -> RiskPlan:
    """Name what carried the measure out; raises Refused when nothing is named, or what does not fit."""
    told = {"guidance": guidance, "inspection": inspection, "ended_on": timezone.localdate(at)}
    return _carry(plan_id, "finish", by=by, at=at, expected=expected, told=told, takes=True)


def drop_plan(
    plan_id: int,
    *,
    by: Actor,
    at: datetime,
    drop_reason: str,
    drop_text: str = "",
    expected: int | None = None,
) -> RiskPlan:
    """Drop the measure with a coded reason; raises Refused when another reason is not told in words."""
    told = {"drop_reason": drop_reason, "drop_text": drop_text, "ended_on": timezone.localdate(at)}
    return _carry(plan_id, "drop", by=by, at=at, expected=expected, told=told)


def _carry(
    plan_id: int,
    name: str,
    *,
    by: Actor,
    at: datetime,
    expected: int | None,
    told: dict[str, Any],
    takes: bool = False,
) -> RiskPlan:
    by.require(PLAN_LIFECYCLE.transition(name).permission)
    if by.officer_id is None:
        raise Forbidden(Permission.GUIDANCE_HANDLE)
    with audited(f"risk_plan:{name}", by=by, at=at, under=Article(9)):
        plan: RiskPlan = RiskPlan.objects.workable_by(by).locked(plan_id, expected=expected)
        for column, value in told.items():
            setattr(plan, column, value)
        if takes and plan.officer_id is None:
            plan.officer_id = by.officer_id
        PLAN_LIFECYCLE.take(plan, name, by=by, at=at)
        plan.save()
        return plan
