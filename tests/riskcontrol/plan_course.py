"""Measures proposed for a counterpart, as the clock proposes them at its level."""

from __future__ import annotations

from datetime import datetime

from enforcement.models import Counterpart
from foundation.actors import SCHEDULER
from riskcontrol.models import CounterpartRisk, RiskPlan
from riskcontrol.services.planning import propose_plans
from riskcontrol.services.reviewing import review_counterpart
from riskcontrol.vocabulary import Level
from tests.city import NOON


def at_level(counterpart: Counterpart, level: str, *, at: datetime = NOON) -> None:
    """As if the review had found that level: it is computed, and not what is tried here."""
    review_counterpart(counterpart.pk, by=SCHEDULER, at=at)
    CounterpartRisk._base_manager.filter(counterpart=counterpart).update(level=level)


def proposed_for(
    counterpart: Counterpart, level: str = Level.MEDIUM, *, at: datetime = NOON
) -> list[RiskPlan]:
    """What is proposed at ``level``, in the order of the measures."""
    at_level(counterpart, level, at=at)
    propose_plans(by=SCHEDULER, at=at)
    return list(RiskPlan.objects.filter(counterpart=counterpart).order_by("pk"))
