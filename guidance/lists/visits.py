"""The list of return visits (Art. 8 (8))."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enforcement.models import name_field
from foundation.lists import Column, Kind, ListSpec, RowContext
from foundation.lists.filters import YesNoFilter
from foundation.permissions import Permission
from foundation.vocabulary import Tone
from guidance.models import ReturnVisit
from guidance.models.visits import OPEN_VISITS
from guidance.vocabulary import Recheck, SelectionReason, VisitState

TONES = {
    VisitState.PLANNED: Tone.INFO,
    VisitState.ASSIGNED: Tone.WATCH,
    VisitState.HELD: Tone.GOOD,
    VisitState.CLOSED: Tone.NEUTRAL,
}


def _search(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    return rows.filter(Q(case__number__icontains=text) | Q(case__counterpart__name__icontains=text))


class OpenFilter(YesNoFilter):
    """Visits that are still to be held; or all others."""

    def filter(self, queryset: QuerySet[Any], value: bool | None) -> QuerySet[Any]:
        if value is None:
            return queryset
        return queryset.filter(state__in=OPEN_VISITS) if value else queryset.exclude(state__in=OPEN_VISITS)


def _open_due(value: Any, _context: RowContext) -> Any:
    due_on, state = value
    return due_on if state in OPEN_VISITS else None


def _reasons(value: Any, _context: RowContext) -> list[str]:
    return [str(SelectionReason(code).label) for code in value]


def _organ(value: Any, _context: RowContext) -> str:
    zh, en = value
    return str((en or zh) if name_field() == "name_en" else zh)


VISIT_LIST = ListSpec(
    name="return_visits",
    title=_("Return visits"),
    columns=(
        Column("case", _("case"), source="case__number", kind=Kind.LINK),
        Column("counterpart", _("counterpart"), source="case__counterpart__name"),
        Column("round", pgettext_lazy("column", "round"), kind=Kind.NUMBER, page=False),
        Column("reasons", _("why selected"), kind=Kind.LIST, display=None, build=_reasons),
        Column(
            "state", _("state"), kind=Kind.BADGE, choices=VisitState, filter="choices",
            tone=lambda value, _context: TONES.get(value, Tone.NEUTRAL).value,
        ),
        Column("due_on", _("due on"), kind=Kind.DATE, sort="due_on", filter="date"),
        Column(
            "due_in", _("time left"), source=("due_on", "state"), kind=Kind.DEADLINE, build=_open_due, api=False
        ),
        Column("held_on", _("held on"), kind=Kind.DATE),
        Column("rectified", _("rectification"), choices=Recheck, filter="choices"),
        Column("organ", _("organ"), source=("organ__name_zh", "organ__name_en"), build=_organ, tells_organs=True),
    ),
    queryset=ReturnVisit.objects.all,
    default_ordering="due_on",
    permission=Permission.VISIT_READ,
    search=_search,
    row_url="guidance:visit_detail",
    filters={"open": OpenFilter(label=pgettext_lazy("visit", "still to be held"))},
)  # fmt: skip
