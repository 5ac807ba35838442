"""Whom a risk point concerns: its profile as a condition on counterparts (Art. 9)."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q

from enforcement.models import Counterpart, Licence
from enforcement.vocabulary import LicenceState
from foundation.actors import Actor
from riskcontrol.models.content import PointContent

MOST_COUNTED = 10_000


def concerned_by(content: PointContent, *, path: str = "") -> Q:
    """The condition on rows whose counterpart lies at ``path``; nobody when nothing is said of whom."""
    if not content.has_profile:
        return Q(pk__in=[])
    found = Q()
    if content.industries:
        found &= Q(**{f"{path}industry__in": content.industries})
    if content.kinds:
        found &= Q(**{f"{path}kind__in": content.kinds})
    if content.region_id:
        found &= Q(**{f"{path}district": content.region_id}) | Q(**{f"{path}region": content.region_id})
    if content.licences:
        held = Licence.objects.filter(name__in=content.licences).exclude(state=LicenceState.REVOKED)
        found &= Q(Exists(held.filter(counterpart=OuterRef(f"{path}pk"))))
    return found


def number_concerned(content: PointContent, actor: Actor) -> int:
    """How many counterparts within reach of ``actor`` it concerns; one above ``MOST_COUNTED`` means more."""
    rows: Any = Counterpart.objects.visible_to(actor).filter(concerned_by(content))
    return len(rows.order_by().values_list("pk", flat=True)[: MOST_COUNTED + 1])
