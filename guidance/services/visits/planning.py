"""Making sure that every case which needs a return visit has one (Art. 8 (8))."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models import Case
from enforcement.services.rules import parameter
from enforcement.vocabulary import CaseSource, CaseState, Outcome
from foundation.actors import SCHEDULER, Actor
from foundation.articles import Article
from foundation.due import plan
from foundation.obstacles import Obstacle, Severity
from foundation.record import audited
from guidance.models import ReturnVisit
from guidance.rules.visits import AFTER_CORRECTION, AFTER_EXECUTION, Selection, due_day, reasons_to_visit
from guidance.vocabulary import SelectionReason

ASSIGN_BEFORE = timedelta(days=21)
REMIND_BEFORE = timedelta(days=3)
_NEEDED = (
    Q(is_major=True)
    | Q(is_complex=True)
    | Q(has_social_impact=True)
    | Q(outcome=Outcome.NO_PENALTY)
    | Q(source__in=[CaseSource.COMPLAINT, CaseSource.SUPERIOR, CaseSource.MEDIA])
)


def selection_of(case: Case) -> Selection:
    """The facts that decide whether and when the case is visited."""
    return Selection(
        is_major=case.is_major,
        is_complex=case.is_complex,
        has_social_impact=case.has_social_impact,
        source=case.source,
        outcome=case.outcome,
        decided_on=case.decided_on or timezone.localdate(case.opened_at),
        carried_out_on=case.carried_out_on,
        correct_by=case.circumstances.correct_by,
    )


def plan_visit(case_id: int, *, by: Actor, at: datetime, asked_for: bool = False) -> ReturnVisit | None:
    """Plan the first visit of a decided case, once; returns it, or None when none is needed.

    May run any number of times, at the same time too: one row a case and round.
    """
    with audited("visit:plan", by=by, at=at, under=Article(8, "8")):
        case = Case.objects.visible_to(by).select_for_update(of=("self",)).get(pk=case_id)
        known = ReturnVisit.objects.filter(case=case, round=1).first()
        reasons = reasons_to_visit(selection_of(case)) or ([SelectionReason.REQUESTED] if asked_for else [])
        if known is not None or not reasons or case.decided_on is None:
            return known
        visit = ReturnVisit(case=case, reasons=[r.value for r in reasons], due_on=_due_day(case))
        visit.place_under(case.organ)
        visit.save()
        _plan_what_follows(visit, at)
        return visit


def _due_day(case: Case) -> date:
    """The day of the first visit, in the days that the city set for rule GUI-9."""
    return due_day(
        selection_of(case),
        after_execution=timedelta(days=parameter("GUI-9", "after_execution", default=AFTER_EXECUTION.days)),
        after_correction=timedelta(
            days=parameter("GUI-9", "after_correction", default=AFTER_CORRECTION.days)
        ),
    )


def _plan_what_follows(visit: ReturnVisit, at: datetime) -> None:
    morning = timezone.make_aware(datetime.combine(visit.due_on, time(8)))
    plan(kind="visit:assign", thing=f"visit:{visit.pk}", due_at=max(at, morning - ASSIGN_BEFORE))
    plan(kind="visit:remind", thing=f"visit:{visit.pk}", due_at=max(at, morning - REMIND_BEFORE), round=1)
    plan(kind="visit:remind", thing=f"visit:{visit.pk}", due_at=max(at, morning + timedelta(days=1)), round=2)


def plan_missing_visits(*, at: datetime, limit: int = 5000) -> int:
    """Plan every visit that is missing, whatever message was lost; returns how many were planned."""
    waiting = (
        Case.objects.filter(_NEEDED, decided_on__isnull=False, return_visits=None)
        .exclude(state__in=[CaseState.ARCHIVED])
        .exclude(
            Q(carried_out_on=None) & Q(outcome__in=[Outcome.PENALTY, Outcome.LIGHTER, Outcome.MITIGATED])
        )
        .order_by("id")
        .values_list("id", flat=True)[:limit]
    )
    return sum(plan_visit(case_id, by=SCHEDULER, at=at) is not None for case_id in list(waiting))


def visit_needed(case: Case, _by: Actor, _at: datetime) -> Iterable[Obstacle]:
    """The obstacle to closing a case whose return visit is not planned yet (GUI-9)."""
    if case.decided_on is None or not reasons_to_visit(selection_of(case)):
        return
    if not ReturnVisit.objects.filter(case=case).exists():
        yield Obstacle(
            code="GUI-9",
            message=_("This case needs a return visit and none is planned."),
            article=Article(8, "8"),
            severity=Severity.REQUIRE,
            next_step=_("Plan the return visit on the case page, or wait for the planner."),
        )
