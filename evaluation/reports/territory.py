"""The organs that an actor evaluates: what is below each, and which are its like (Art. 4)."""

from __future__ import annotations

from dataclasses import dataclass

from enforcement.lists.scopes import organs_reached
from enforcement.models import Organ
from foundation.actors import Actor


@dataclass(frozen=True, slots=True)
class Place:
    """An organ with the fields of its duties."""

    organ: Organ
    fields: frozenset[int]

    @property
    def id(self) -> int:
        return int(self.organ.pk)

    def is_like(self, other: Place) -> bool:
        """Organs are compared within the same level and a common field."""
        return self.organ.level == other.organ.level and bool(self.fields & other.fields)


@dataclass(frozen=True)
class Territory:
    """The organs in reach, by id, in the order of their codes."""

    places: dict[int, Place]

    def below(self, organ_id: int | None) -> frozenset[int]:
        """The organ with all below it; everything in reach for None."""
        if organ_id is None:
            return frozenset(self.places)
        return frozenset(
            place.id
            for place in self.places.values()
            if organ_id in (place.id, place.organ.line_id, place.organ.branch_id)
        )

    def has_duties(self, organ_ids: frozenset[int]) -> bool:
        """Whether any of the organs enforces anything."""
        return any(self.places[pk].fields for pk in organ_ids)

    def peers(self, organ_id: int | None) -> list[Place]:
        """The organ and its like, in no order of merit."""
        if organ_id is None:
            return []
        own = self.places[organ_id]
        return [place for place in self.places.values() if place.id == own.id or place.is_like(own)]


def territory_of(actor: Actor) -> Territory:
    """Two queries, however many organs there are."""
    organs = organs_reached(actor).order_by("code").prefetch_related("organ_fields")
    return Territory(
        {o.pk: Place(o, frozenset(row.field_id for row in o.organ_fields.all())) for o in organs}
    )
