"""The organs as trees: down the system lines, and region by region (Art. 4 para. 2)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q

from enforcement.models import Organ, Region
from foundation.actors import Actor


@dataclass(frozen=True)
class Branch:
    """An organ, or a region, with what stands below it."""

    thing: Any
    below: list[Branch] = field(default_factory=list)

    @property
    def is_organ(self) -> bool:
        return isinstance(self.thing, Organ)


def organs_of(actor: Actor) -> list[Organ]:
    """All organs that ``actor`` may know, with their active staff counted, in one query."""
    staff = Count("officers", filter=Q(officers__is_active=True))
    rows = Organ.objects.visible_to(actor).select_related("region", "first_responsible")
    return list(rows.annotate(staff=staff).order_by("code"))


def by_line(actor: Actor) -> list[Branch]:
    """From each head of a line down to the townships."""
    organs = organs_of(actor)
    branches = {organ.pk: Branch(organ) for organ in organs}
    for organ in organs:
        if organ.parent_id in branches:
            branches[organ.parent_id].below.append(branches[organ.pk])
    return [branches[o.pk] for o in organs if o.parent_id not in branches]


def by_territory(actor: Actor) -> list[Branch]:
    """From the city down to the townships, each region with its organs before its parts."""
    regions = list(Region.objects.visible_to(actor).order_by("code"))
    branches = {region.pk: Branch(region) for region in regions}
    for organ in organs_of(actor):
        branches[organ.region_id].below.append(Branch(organ))
    for region in regions:
        if region.parent_id in branches:
            branches[region.parent_id].below.append(branches[region.pk])
    return [branches[r.pk] for r in regions if r.parent_id not in branches]
