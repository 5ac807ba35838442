"""The list of inspections (Art. 6)."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import keeper_name
from enforcement.models import Inspection, InspectionCap, name_field
from enforcement.models.inspections import OPEN_INSPECTIONS
from enforcement.vocabulary import InspectionOrigin, InspectionResult, InspectionState
from foundation.lists import Column, Kind, ListSpec, RowContext
from foundation.lists.filters import YesNoFilter
from foundation.permissions import Permission
from foundation.vocabulary import Tone

TONES = {
    InspectionState.PLANNED: Tone.INFO,
    InspectionState.UNDER_WAY: Tone.WATCH,
    InspectionState.CONCLUDED: Tone.GOOD,
    InspectionState.CANCELLED: Tone.NEUTRAL,
}


class OpenFilter(YesNoFilter):
    """Inspections that are planned or under way; or all others."""

    def filter(self, queryset: QuerySet[Any], value: bool | None) -> QuerySet[Any]:
        if value is None:
            return queryset
        is_open = Q(state__in=OPEN_INSPECTIONS)
        return queryset.filter(is_open) if value else queryset.exclude(is_open)


def _named(value: Any, _context: RowContext) -> str:
    zh, en = value
    return str((en or zh) if name_field() == "name_en" else zh)


def _tone(value: Any, _context: RowContext) -> str:
    return TONES[value].value


def _search(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    return rows.filter(Q(number__icontains=text) | Q(counterpart__name__icontains=text))


def _search_caps(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    return rows.filter(Q(organ__name_zh__icontains=text) | Q(organ__name_en__icontains=text))


INSPECTION_LIST = ListSpec(
    name="inspections",
    title=_("Inspections"),
    columns=(
        Column("number", _("number"), kind=Kind.LINK),
        Column("counterpart", _("counterpart"), source="counterpart__name"),
        Column("state", _("state"), kind=Kind.BADGE, choices=InspectionState, filter="choices", tone=_tone),
        Column("planned_at", _("planned for"), kind=Kind.DATETIME, sort="planned_at", filter="date"),
        Column("origin", _("occasion"), choices=InspectionOrigin, filter="choices"),
        Column("result", _("result"), choices=InspectionResult, filter="choices"),
        Column("organ", _("organ"), ("organ__name_zh", "organ__name_en"), build=_named, tells_organs=True),
    ),
    queryset=Inspection.objects.all,
    default_ordering="-planned_at",
    permission=Permission.INSPECTION_READ,
    row_url="enforcement:inspection_detail",
    search=_search,
    filters={"open": OpenFilter(label=_("still open"))},
)

CAP_COLUMNS = (
    Column("organ", _("organ"), source=("organ__name_zh", "organ__name_en"), build=keeper_name),
    Column("year", _("year"), kind=Kind.NUMBER, sort="year", filter="number"),
    Column("times", _("visits a firm at most"), kind=Kind.NUMBER),
    Column("published_on", _("published on"), kind=Kind.DATE),
)
INSPECTION_CAPS = ListSpec(
    name="inspection_caps",
    title=_("Yearly caps of inspections"),
    columns=CAP_COLUMNS,
    queryset=InspectionCap.objects.all,
    default_ordering="-year",
    permission=Permission.ORGAN_READ,
)
PUBLIC_CAPS = ListSpec(
    name="public-inspection-caps",
    title=_("How often a firm is inspected at most"),
    columns=CAP_COLUMNS,
    queryset=InspectionCap.objects.all,
    default_ordering="-year",
    permission=None,
    public=True,
    search=_search_caps,
)
