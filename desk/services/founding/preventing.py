"""Measures that risk proposes in the invented city: some taken on, some carried out, some dropped (Art. 9)."""

from __future__ import annotations

from datetime import datetime, timedelta

from enforcement.models import Officer
from foundation.actors import SCHEDULER
from guidance.models import GuidanceAction
from riskcontrol.models import RiskPlan
from riskcontrol.services.planning import propose_plans
from riskcontrol.services.plans import drop_plan, finish_plan, take_on

PROPOSED_BEFORE = timedelta(days=26)
TAKEN, DROPPED = 3, 7  # every so manieth of an organ's
BUSY = "店主近期装修停业，恢复营业后再联系。（示例）"


def act_on_risk(people: dict[str, Officer], *, at: datetime) -> None:
    """What was proposed a month ago, and what two organs have made of it since."""
    propose_plans(by=SCHEDULER, at=at - PROPOSED_BEFORE)
    for username in ("officer", "officer_north"):
        officer = people[username]
        mine = RiskPlan.objects.filter(organ=officer.organ_id).select_related("counterpart")
        for number, plan in enumerate(mine.order_by("pk")):
            _act_on(plan, number, officer, at=at)


def _act_on(plan: RiskPlan, number: int, officer: Officer, *, at: datetime) -> None:
    by, given = officer.as_actor(), _given(plan)
    if given is not None:
        finish_plan(plan.pk, by=by, at=at - timedelta(days=1), guidance=given)
    elif number % DROPPED == 1:
        drop_plan(plan.pk, by=by, at=at - timedelta(days=8), drop_reason="unsuited", drop_text=BUSY)
    elif number % TAKEN == 0:
        take_on(plan.pk, by=by, at=at - timedelta(days=20))


def _given(plan: RiskPlan) -> GuidanceAction | None:
    """Guidance that the counterpart was given since, by the proposed way."""
    rows = GuidanceAction.objects.filter(counterpart=plan.counterpart_id, way=plan.measure)
    return rows.filter(issued_at__date__gte=plan.proposed_on).order_by("pk").first()
