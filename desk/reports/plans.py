"""Measures that risk proposes: those that the actor took on, and those of the organ that nobody has (Art. 9)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from desk.reports.tasks import AHEAD, MOST, Task
from foundation.actors import Actor
from riskcontrol.models import RiskPlan
from riskcontrol.vocabulary import PlanMeasure, PlanState


def plans_of(actor: Actor, today: date) -> Any:
    """What the actor has to look at within the week."""
    own = Q(state=PlanState.UNDER_WAY, officer=actor.officer_id)
    open_to_all = Q(state=PlanState.PROPOSED, organ=actor.organ_id)
    return RiskPlan.objects.workable_by(actor).filter(own | open_to_all, due_on__lte=today + AHEAD)


def plan_tasks(actor: Actor, today: date) -> Iterator[Task]:
    """Each by its day; what nobody has taken on says so."""
    rows = plans_of(actor, today).order_by("due_on", "id")
    for key, measure, state, name, due_on in rows.values_list(
        "pk", "measure", "state", "counterpart__name", "due_on"
    )[:MOST]:
        what = (
            _("to be carried out by") if state == PlanState.UNDER_WAY else _("to be taken on by somebody by")
        )
        url = reverse("riskcontrol:plan_detail", args=[key])
        yield Task("activity", what, str(PlanMeasure(measure).label), name, url, due_on)
