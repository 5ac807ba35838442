"""The territory as a list, and the filter “this region and all below it” (Art. 4 para. 2)."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import text_key
from enforcement.models import Region
from enforcement.vocabulary import RegionLevel
from foundation.actors import Actor
from foundation.lists import Column, ListSpec, SubtreeFilter
from foundation.permissions import Permission


def region_and_below(path: str = "") -> SubtreeFilter:
    """A filter for rows with ``region`` and ``district`` at ``path`` (empty, or ending in ``__``)."""

    def narrow(rows: QuerySet[Any], region: Any) -> QuerySet[Any]:
        if region.level == RegionLevel.CITY:
            return rows
        if region.level == RegionLevel.COUNTY:
            return rows.filter(**{f"{path}district": region})
        return rows.filter(**{f"{path}region": region})

    return SubtreeFilter(choices=regions_of, narrow=narrow, label=_("region"))


def regions_of(actor: Actor) -> QuerySet[Any]:
    """The regions where ``actor`` works: the own district with its townships, or all of the city."""
    rows = Region.objects.visible_to(actor).order_by("code")
    if actor.district_id is None:
        return rows
    return rows.filter(Q(pk=actor.district_id) | Q(parent=actor.district_id))


REGION_LIST = ListSpec(
    name="regions",
    title=_("Regions"),
    columns=(
        Column("code", _("region code"), sort="code"),
        Column("name_zh", _("name (Chinese)")),
        Column("name_en", _("name (English)")),
        Column("level", _("level"), choices=RegionLevel, filter="choices"),
        Column("parent_id", _("part of"), build=text_key),
    ),
    queryset=Region.objects.all,
    default_ordering="code",
    permission=Permission.ORGAN_READ,
    search=lambda rows, text: rows.filter(Q(name_zh__icontains=text) | Q(name_en__icontains=text)),
)
