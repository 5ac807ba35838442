"""What the planner of return visits would do next, and why (Art. 8 (8))."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count
from django.utils import timezone

from enforcement.models import Case
from enforcement.vocabulary import Procedure
from foundation.actors import Actor
from guidance.models import ReturnVisit
from guidance.rules.sampling import half_month_of
from guidance.services.visits.grounds import reasons_of, with_grounds
from guidance.services.visits.planning import ASSIGN_BEFORE, due_day_of, unplanned
from guidance.services.visits.sampling import share_of, unvisited
from guidance.vocabulary import SelectionReason, VisitState

SHOWN = 12


@dataclass(frozen=True, slots=True)
class ToPlan:
    """A case that needs a visit and has none yet."""

    case: Case
    reasons: tuple[str, ...]
    due_on: date


@dataclass(frozen=True, slots=True)
class ToDraw:
    """The lots of the half month that is running: among how many so far, and for what share."""

    procedure: str
    percent: int
    candidates: int


@dataclass(frozen=True, slots=True)
class ToAssign:
    """A planned visit, and from which day two officers are looked for."""

    visit: ReturnVisit
    looked_for_on: date


@dataclass(frozen=True, slots=True)
class VisitPlan:
    to_plan: tuple[ToPlan, ...]
    to_assign: tuple[ToAssign, ...]
    to_draw: tuple[ToDraw, ...]
    drawn_from: date
    drawn_until: date


def visit_plan(actor: Actor, *, at: datetime) -> VisitPlan:
    """What would happen for the cases that ``actor`` sees, in a constant number of queries; nothing is stored."""
    first, last = half_month_of(timezone.localdate(at))
    return VisitPlan(
        to_plan=tuple(_to_plan(actor)),
        to_assign=tuple(_to_assign(actor)),
        to_draw=tuple(_to_draw(actor, first, last)),
        drawn_from=first,
        drawn_until=last,
    )


def _to_plan(actor: Actor) -> Any:
    waiting = with_grounds(unplanned(Case.objects.visible_to(actor))).order_by("decided_on", "pk")
    for case in waiting[:SHOWN]:
        reasons = tuple(str(SelectionReason(reason).label) for reason in reasons_of(case))
        yield ToPlan(case, reasons, due_day_of(case))


def _to_assign(actor: Actor) -> Any:
    rows = ReturnVisit.objects.visible_to(actor).filter(state=VisitState.PLANNED)
    for visit in rows.select_related("case").order_by("due_on", "pk")[:SHOWN]:
        yield ToAssign(visit, visit.due_on - ASSIGN_BEFORE)


def _to_draw(actor: Actor, first: date, last: date) -> Any:
    ended = Case.objects.visible_to(actor).filter(carried_out_on__range=(first, last))
    rows = Case.objects.filter(pk__in=unvisited(ended)).values_list("procedure")
    found = dict(rows.annotate(cases=Count("pk")).order_by())
    for procedure in Procedure.values:
        yield ToDraw(str(Procedure(procedure).label), share_of(procedure), found.get(procedure, 0))


def next_draw_on(plan: VisitPlan) -> date:
    """The day on which the lots of the running half month are drawn."""
    return plan.drawn_until + timedelta(days=1)
