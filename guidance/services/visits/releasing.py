"""Looking for new visitors when one left, or lost the certificate, before the visit (Art. 8 (8))."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from enforcement.models import Officer
from enforcement.services.cases.people import release_from_case
from enforcement.vocabulary import CaseRole, CertificateState
from foundation.actors import SCHEDULER
from foundation.due import plan
from foundation.models import DueItem
from foundation.permissions import Role
from foundation.record import audited
from guidance.lifecycle.visits import VISIT_LIFECYCLE
from guidance.models import ReturnVisit, VisitPerson
from guidance.vocabulary import VisitState


def release_lost_visitors(*, at: datetime, limit: int = 500) -> int:
    """Send back to the planner each visit of which a visitor cannot come any more; returns how many."""
    waiting = list(_without_their_visitors(at).values_list("pk", flat=True)[:limit])
    for visit_id in waiting:
        _release(visit_id, at)
    return len(waiting)


def able(at: datetime) -> Any:
    """Officers who may visit: active, certified, and with the role."""
    today = timezone.localdate(at)
    return (
        Officer.objects.active()
        .filter(grants__role=Role.OFFICER, certificate_state=CertificateState.VALID)
        .filter(Q(certificate_until=None) | Q(certificate_until__gte=today))
    )


def _without_their_visitors(at: datetime) -> Any:
    """Assigned visits with a visitor who is not able, or went to another organ."""
    fit = able(at).filter(pk=OuterRef("officer_id"), organ_id=OuterRef("visit__organ_id"))
    lost = VisitPerson.objects.filter(visit=OuterRef("pk")).exclude(Exists(fit))
    return ReturnVisit.objects.filter(Exists(lost), state=VisitState.ASSIGNED).order_by("due_on", "pk")


def _release(visit_id: int, at: datetime) -> None:
    transition = VISIT_LIFECYCLE.transition("release")
    with audited("visit:release", by=SCHEDULER, at=at, under=transition.article):
        visit: ReturnVisit = ReturnVisit.objects.visible_to(SCHEDULER).locked(visit_id)
        VISIT_LIFECYCLE.take(visit, "release", by=SCHEDULER, at=at)
        for person in visit.visitors.select_related("officer"):
            release_from_case(visit.case, person.officer, CaseRole.VISITOR)
            person.delete()
        visit.save()
        thing = f"visit:{visit.pk}"
        rounds = DueItem.objects.filter(kind="visit:assign", thing=thing).count()
        plan(kind="visit:assign", thing=thing, due_at=at, round=rounds + 1)
