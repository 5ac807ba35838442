"""Giving each visit two officers who had no part in the case, the least busy first (Art. 8 (8))."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Q

from enforcement.models import CasePerson, Officer
from enforcement.services.cases.people import assign_to_case, release_from_case
from enforcement.services.notifications import notify
from enforcement.vocabulary import CaseRole
from foundation.actors import SCHEDULER, Actor
from foundation.due import handles, plan
from foundation.models import DueItem
from foundation.permissions import Role
from foundation.record import audited
from guidance.lifecycle.visits import VISIT_LIFECYCLE
from guidance.models import ReturnVisit, VisitPerson
from guidance.models.visits import OPEN_VISITS
from guidance.rules.visits import VISITORS
from guidance.services.visits.releasing import able
from guidance.vocabulary import VisitState


def candidates(visit: ReturnVisit, *, at: datetime) -> Any:
    """Certified officers of the organ with no duty in the case: the least busy, then who has visits near by."""
    is_open = Q(return_visits__visit__state__in=OPEN_VISITS)
    is_near = Q(return_visits__visit__case__counterpart__region=visit.case.counterpart.region_id)
    involved = CasePerson.objects.filter(case_id=visit.case_id).values("officer_id")
    return (
        able(at)
        .filter(organ_id=visit.organ_id)
        .exclude(pk__in=involved)
        .annotate(
            load=Count("return_visits", filter=is_open, distinct=True),
            near=Count("return_visits", filter=is_open & is_near, distinct=True),
        )
        .order_by("load", "-near", "pk")
    )


def assign_visitors(
    visit_id: int,
    *,
    by: Actor,
    at: datetime,
    visitors: list[Officer],
    planned_for: datetime | None = None,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> ReturnVisit:
    """Name the visitors, and the hour where it was agreed.

    Raises Refused when one of them holds another duty in the case, or the hour is kept free.
    """
    transition = VISIT_LIFECYCLE.transition("assign")
    with audited("visit:assign", by=by, at=at, under=transition.article):
        visit: ReturnVisit = ReturnVisit.objects.workable_by(by).locked(visit_id, expected=expected)
        visit.planned_for = planned_for or visit.planned_for
        VISIT_LIFECYCLE.take(visit, "assign", by=by, at=at, overrides=overrides)
        _replace_visitors(visit, visitors)
        visit.assigned_at = at
        visit.save()
        for officer in visitors:
            _tell(visit, officer, at)
        return visit


def _replace_visitors(visit: ReturnVisit, visitors: list[Officer]) -> None:
    for person in visit.visitors.select_related("officer"):
        release_from_case(visit.case, person.officer, CaseRole.VISITOR)
        person.delete()
    for officer in visitors:
        assign_to_case(visit.case, officer, CaseRole.VISITOR)
        VisitPerson(visit=visit, officer=officer).save()


def _tell(visit: ReturnVisit, officer: Officer, at: datetime) -> None:
    notify(
        officer,
        kind="visit:assigned",
        thing=f"visit:{visit.pk}",
        at=at,
        url=visit.get_absolute_url(),
        data={"number": str(visit.case), "day": visit.due_on.isoformat()},
    )


@handles("visit:assign")
def assign_when_due(item: DueItem, at: datetime) -> None:
    """Assign a planned visit; when nobody is free tell the heads and try again tomorrow."""
    related = ReturnVisit.objects.select_related("case__counterpart")
    visit = related.get(pk=item.thing.partition(":")[2])
    if visit.state != VisitState.PLANNED:
        return
    chosen = list(candidates(visit, at=at)[:VISITORS])
    if len(chosen) == VISITORS:
        assign_visitors(visit.pk, by=SCHEDULER, at=at, visitors=chosen)
        return
    _tell_heads(visit, item.round, at)
    plan(kind="visit:assign", thing=item.thing, due_at=at + timedelta(days=1), round=item.round + 1)


def _tell_heads(visit: ReturnVisit, round: int, at: datetime) -> None:
    for head in Officer.objects.active().filter(organ_id=visit.organ_id, grants__role=Role.HEAD):
        notify(
            head,
            kind="visit:nobody_free",
            thing=f"visit:{visit.pk}",
            round=round,
            at=at,
            url=visit.get_absolute_url(),
            data={"number": str(visit.case)},
        )
