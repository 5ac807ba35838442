"""Whether an officer handles cases or holds inspections at all, in one query: most of those who approve do neither."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists

from enforcement.models import CasePerson, InspectionOfficer, Officer
from enforcement.models.inspections import OPEN_INSPECTIONS
from foundation.actors import Actor


@dataclass(frozen=True, slots=True)
class Duties:
    handles: bool = False
    inspects: bool = False


def duties_of(actor: Actor) -> Duties:
    """What the actor has to do with, as far as it is worth asking for more."""
    if actor.officer_id is None:
        return Duties()
    handled = CasePerson.objects.handling().filter(officer_id=actor.officer_id)
    held = InspectionOfficer.objects.filter(
        officer_id=actor.officer_id, inspection__state__in=OPEN_INSPECTIONS
    )
    own = Officer.objects.filter(pk=actor.officer_id)
    found = own.annotate(handles=Exists(handled), inspects=Exists(held)).values_list("handles", "inspects")
    return Duties(*(found.first() or ()))
