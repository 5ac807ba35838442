"""Making sure that every case which needs a return visit has one (Art. 8 (8))."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models import Case
from enforcement.services.rules import parameter
from enforcement.vocabulary import CaseState, Outcome
from foundation.actors import SCHEDULER, Actor
from foundation.articles import Article
from foundation.due import plan
from foundation.obstacles import Obstacle, Severity
from foundation.record import audited
from guidance.models import ReturnVisit
from guidance.models.visits import OPEN_VISITS
from guidance.rules.visits import AFTER_CORRECTION, AFTER_EXECUTION, SECOND_AFTER, due_day
from guidance.services.visits.grounds import (
    is_looked_at_twice,
    needed,
    reasons_of,
    selection_of,
    unseen_since_undone,
    with_grounds,
)
from guidance.vocabulary import SelectionReason

ASSIGN_BEFORE = timedelta(days=21)
REMIND_BEFORE = timedelta(days=3)


def plan_visit(case_id: int, *, by: Actor, at: datetime, asked_for: bool = False) -> ReturnVisit | None:
    """Plan the visit of a decided case, once; returns the last, or None when none is needed.

    May run any number of times, at the same time too: one row a case and round.
    """
    with audited("visit:plan", by=by, at=at, under=Article(8, "8")):
        case = with_grounds(Case.objects.visible_to(by)).select_for_update(of=("self",)).get(pk=case_id)
        last = ReturnVisit.objects.filter(case=case).order_by("-round").first()
        reasons = reasons_of(case) or ([SelectionReason.REQUESTED] if asked_for else [])
        if case.decided_on is None or not reasons:
            return last
        if last is None:
            return plan_round(case, 1, reasons, due_on=due_day_of(case), at=at)
        return _planned_anew(case, last, reasons, at)


def _planned_anew(case: Case, last: ReturnVisit, reasons: list[SelectionReason], at: datetime) -> ReturnVisit:
    """The visit that is still to come takes up new reasons; a decision undone after the last is one for another."""
    fresh = [r.value for r in reasons if r.value not in last.reasons]
    if fresh and last.state in OPEN_VISITS:
        last.reasons = [*last.reasons, *fresh]
        last.save()
    elif SelectionReason.UNDONE in fresh:
        due_on = timezone.localdate(at) + _days("after_execution", AFTER_EXECUTION)
        return plan_round(case, last.round + 1, [SelectionReason.UNDONE], due_on=due_on, at=at)
    return last


def plan_second(visit: ReturnVisit, *, at: datetime) -> ReturnVisit | None:
    """Plan the second visit of a case of high risk when the first is over, inside the open audit entry."""
    case = visit.case
    if visit.round != 1 or not is_looked_at_twice(case):
        return None
    begun = case.carried_out_on or case.decided_on or timezone.localdate(at)
    due_on = max(begun + _days("second_after", SECOND_AFTER), timezone.localdate(at) + REMIND_BEFORE)
    return plan_round(case, 2, [SelectionReason.SECOND], due_on=due_on, at=at)


def plan_round(
    case: Case, number: int, reasons: list[SelectionReason], *, due_on: date, at: datetime
) -> ReturnVisit:
    """Write the round and what is to happen for it, inside the open audit entry."""
    visit = ReturnVisit(case=case, round=number, reasons=[r.value for r in reasons], due_on=due_on)
    visit.place_under(case.organ)
    visit.save()
    _plan_what_follows(visit, at)
    return visit


def due_day_of(case: Case) -> date:
    """The day of the first visit, in the days that the city set for rule GUI-9."""
    return due_day(
        selection_of(case),
        after_execution=_days("after_execution", AFTER_EXECUTION),
        after_correction=_days("after_correction", AFTER_CORRECTION),
    )


def _days(name: str, default: timedelta) -> timedelta:
    return timedelta(days=parameter("GUI-9", name, default=default.days))


def _plan_what_follows(visit: ReturnVisit, at: datetime) -> None:
    morning = timezone.make_aware(datetime.combine(visit.due_on, time(8)))
    plan(kind="visit:assign", thing=f"visit:{visit.pk}", due_at=max(at, morning - ASSIGN_BEFORE))
    plan(kind="visit:remind", thing=f"visit:{visit.pk}", due_at=max(at, morning - REMIND_BEFORE), round=1)
    plan(kind="visit:remind", thing=f"visit:{visit.pk}", due_at=max(at, morning + timedelta(days=1)), round=2)


def plan_missing_visits(*, at: datetime, limit: int = 5000) -> int:
    """Plan every visit that is missing, whatever message was lost; returns how many were planned."""
    waiting = unplanned(Case.objects).order_by("id").values_list("id", flat=True)[:limit]
    return sum(plan_visit(case_id, by=SCHEDULER, at=at) is not None for case_id in list(waiting))


def unplanned(cases: Any) -> Any:
    """Those of ``cases`` that need a visit and have none planned."""
    return (
        cases.filter(Q(needed(), return_visits=None) | unseen_since_undone(), decided_on__isnull=False)
        .exclude(state__in=[CaseState.ARCHIVED])
        .exclude(
            Q(carried_out_on=None) & Q(outcome__in=[Outcome.PENALTY, Outcome.LIGHTER, Outcome.MITIGATED])
        )
    )


def visit_needed(case: Case, _by: Actor, _at: datetime) -> Iterable[Obstacle]:
    """The obstacle to closing a case whose return visit is not planned yet (GUI-9)."""
    if case.decided_on is None:
        return
    if Case.objects.filter(needed(), pk=case.pk, return_visits=None).exists():
        yield Obstacle(
            code="GUI-9",
            message=_("This case needs a return visit and none is planned."),
            article=Article(8, "8"),
            severity=Severity.REQUIRE,
            next_step=_("Plan the return visit on the case page, or wait for the planner."),
        )
