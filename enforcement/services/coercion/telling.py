"""Whom coercion concerns: the heads who approve, and the officers who handle the case (Art. 10 (2))."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from enforcement.models import CasePerson, CoerciveMeasure, Officer
from enforcement.services.deadlines.watching import supervisors_of
from enforcement.services.notifications import notify
from enforcement.vocabulary import CaseRole
from foundation.permissions import Role


def tell_heads(measure: CoerciveMeasure, *, kind: str, at: datetime) -> None:
    """Tell the heads of the organ who do not handle the case."""
    handling = CasePerson.objects.filter(case_id=measure.case_id, role=CaseRole.HANDLER)
    heads = Officer.objects.active().filter(organ_id=measure.organ_id, grants__role=Role.HEAD)
    _tell(measure, heads.exclude(pk__in=handling.values("officer_id")), kind, at)


def tell_handlers(measure: CoerciveMeasure, *, kind: str, at: datetime) -> None:
    """Tell the officers who handle the case."""
    handling = CasePerson.objects.filter(case_id=measure.case_id, role=CaseRole.HANDLER)
    _tell(measure, Officer.objects.active().filter(pk__in=handling.values("officer_id")), kind, at)


def tell_supervisors(measure: CoerciveMeasure, *, kind: str, at: datetime) -> None:
    """Tell the supervisors of the district, or of the city where it has none."""
    _tell(measure, supervisors_of(measure.case), kind, at)


def _tell(measure: CoerciveMeasure, officers: Iterable[Officer], kind: str, at: datetime) -> None:
    day = measure.expires_on or timezone.localdate(at)
    for officer in officers:
        notify(
            officer,
            kind=kind,
            thing=thing_of(measure),
            round=measure.version,
            at=at,
            url=measure.get_absolute_url(),
            data={"number": str(measure.case), "day": day.isoformat()},
        )


def thing_of(measure: CoerciveMeasure) -> str:
    """The name of a measure among due items and notices."""
    return f"coercion:{measure.pk}"
