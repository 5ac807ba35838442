"""A7-2: officers who enforce hold a valid certificate; legal reviewers are counted beside them (Art. 7)."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from enforcement.models import Officer, RoleGrant
from enforcement.vocabulary import CertificateState
from evaluation.reports.cohorts import whether
from evaluation.reports.figures import share_beside
from evaluation.reports.frame import Frame
from evaluation.reports.measure import Measure
from evaluation.vocabulary import Subject
from foundation.permissions import Role

ENFORCING = (Role.OFFICER, Role.HEAD)


def rows(frame: Frame) -> QuerySet[Any]:
    certified = (
        Q(certificate_state=CertificateState.VALID)
        & ~Q(certificate_number="")
        & (Q(certificate_until=None) | Q(certificate_until__gte=frame.as_of))
    )
    seen = Officer.objects.visible_to(frame.actor).active().exclude(organ=None)
    return seen.annotate(
        enforces=whether(_holds(*ENFORCING)),
        reviews=whether(_holds(Role.REVIEWER)),
        met=whether(certified),
    ).filter(Q(enforces=True) | Q(reviews=True))


def evidence(frame: Frame, organs: Collection[int]) -> QuerySet[Any]:
    return rows(frame).filter(enforces=True, organ_id__in=organs)


def _holds(*roles: Role) -> Exists:
    return Exists(RoleGrant.objects.filter(officer=OuterRef("pk"), role__in=roles))


MEASURE = Measure(
    "A7-2",
    Subject.OFFICER,
    rows,
    aggregates={
        "n": Count("pk", filter=Q(enforces=True)),
        "k": Count("pk", filter=Q(enforces=True, met=True)),
        "more": Count("pk", filter=Q(reviews=True)),
    },
    read=share_beside(_("legal reviewers for each enforcing officer")),
    evidence=evidence,
)
