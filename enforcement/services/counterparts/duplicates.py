"""Who may be the same counterpart already, before it is registered a second time (Art. 5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from enforcement.models import Counterpart, CounterpartSearch, Region
from enforcement.rules.duplicates import WORTH_SHOWING, Known, Likeness, compare, core_of, windows_of
from foundation.actors import Actor
from foundation.permissions import Permission

_CANDIDATES = 300
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class PossibleDuplicate:
    counterpart: Counterpart
    likeness: Likeness


def possible_duplicates(
    *,
    by: Actor,
    name: str,
    region: Region | None = None,
    legal_representative: str = "",
    exclude_id: int | None = None,
) -> list[PossibleDuplicate]:
    """The likeliest existing entries, best first, among those ``by`` may see; each with its points."""
    by.require(Permission.COUNTERPART_READ)
    places = _places_of(region)
    wanted = Known(name, region.pk if region else None, legal_representative)
    found = [
        PossibleDuplicate(c, compare(wanted, _known(c), places=places))
        for c in _candidates(by, core_of(name, places)).exclude(pk=exclude_id)[:_CANDIDATES]
    ]
    likely = [d for d in found if d.likeness.score >= WORTH_SHOWING]
    return sorted(likely, key=lambda d: (-d.likeness.score, d.counterpart.pk))[:_SHOWN]


def _candidates(by: Actor, core: str) -> Any:
    rows = CounterpartSearch.objects.none()
    if core:
        rows = CounterpartSearch.objects.holding_any(windows_of(core))
    return Counterpart.objects.visible_to(by).filter(pk__in=rows.values("pk")).order_by("id")


def _places_of(region: Region | None) -> tuple[str, ...]:
    names: list[str] = []
    while region is not None:
        names.append(region.name_zh)
        region = region.parent
    return tuple(names)


def _known(counterpart: Counterpart) -> Known:
    return Known(counterpart.name, counterpart.region_id, counterpart.legal_representative)
