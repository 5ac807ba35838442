"""The list of coercive measures and executions (Art. 5, 10 (2))."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enforcement.lists.case_cells import counterpart_name, either_name, masked_counterpart, text_key
from enforcement.lists.scopes import organ_and_below
from enforcement.models import CoerciveMeasure
from enforcement.vocabulary.coercion import EXECUTIONS, OPEN_COERCION, UNAPPLIED, CoercionKind, CoercionState
from foundation.lists import Column, Kind, ListSpec, RowContext
from foundation.lists.filters import YesNoFilter
from foundation.permissions import Permission
from foundation.vocabulary import Tone

PERSONS = Permission.COUNTERPART_READ
TONES = {
    CoercionState.PROPOSED: Tone.WATCH,
    CoercionState.APPROVED: Tone.INFO,
    CoercionState.APPLIED: Tone.WATCH,
    CoercionState.AGREED: Tone.GOOD,
    CoercionState.LIFTED: Tone.GOOD,
    CoercionState.COMPLETED: Tone.GOOD,
    CoercionState.EXPIRED: Tone.BAD,
}


def coercion_tone(state: str) -> str:
    return TONES.get(CoercionState(state), Tone.NEUTRAL).value


class OpenFilter(YesNoFilter):
    """Coercion that is considered or in force; or all that is over."""

    def filter(self, queryset: QuerySet[Any], value: bool | None) -> QuerySet[Any]:
        if value is None:
            return queryset
        return (
            queryset.filter(state__in=OPEN_COERCION) if value else queryset.exclude(state__in=OPEN_COERCION)
        )


class ExecutionFilter(YesNoFilter):
    """Executions of decisions; or measures in an investigation."""

    def filter(self, queryset: QuerySet[Any], value: bool | None) -> QuerySet[Any]:
        if value is None:
            return queryset
        return queryset.filter(kind__in=EXECUTIONS) if value else queryset.exclude(kind__in=EXECUTIONS)


def _search(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    return rows.filter(Q(number__icontains=text) | Q(case__number__icontains=text))


def _shown_number(value: tuple[str, str, str], _context: RowContext) -> str:
    number, case_number, clue_number = value
    return number or case_number or clue_number


def _open_term(value: Any, _context: RowContext) -> Any:
    """The last day while the measure is in force."""
    expires_on, state = value
    return expires_on if state == CoercionState.APPLIED else None


def _waits(value: str, _context: RowContext) -> bool:
    return value in UNAPPLIED


COERCION_LIST = ListSpec(
    name="coercive_measures",
    title=_("Coercion"),
    columns=(
        Column("number", _("number"), ("number", "case__number", "case__clue_number"), Kind.LINK,
               build=_shown_number),
        Column("kind", _("kind"), choices=CoercionKind, filter="choices"),
        Column("case_id", "case_id", build=text_key, page=False, export=False),
        Column("case_number", _("case"), "case__number", page=False),
        Column("counterpart", _("counterpart"), ("case__counterpart__name", "case__counterpart__kind"),
               mask=(PERSONS, masked_counterpart), build=counterpart_name),
        Column("organ", _("organ"), ("organ__name_zh", "organ__name_en"), build=either_name,
               filter=organ_and_below(), tells_organs=True),
        Column("state", _("state"), kind=Kind.BADGE, choices=CoercionState, filter="choices",
               tone=lambda value, _context: coercion_tone(value)),
        Column("is_urgent", _("applied in urgency"), kind=Kind.BOOL, filter="bool", page=False),
        Column("is_unapplied", _("not applied yet"), "state", Kind.BOOL, build=_waits, page=False, export=False),
        Column("prepared_at", _("prepared at"), kind=Kind.DATE, sort="prepared_at"),
        Column("applied_at", _("applied at"), kind=Kind.DATETIME),
        Column("expires_on", _("term ends on"), kind=Kind.DATE, filter="date", page=False),
        Column("ends_in", _("time left"), ("expires_on", "state"), Kind.DEADLINE, build=_open_term, api=False),
        Column("over_on", _("over on"), kind=Kind.DATE, page=False),
    ),
    queryset=CoerciveMeasure.objects.all,
    default_ordering="-prepared_at",
    permission=Permission.COERCION_READ,
    search=_search,
    row_url="enforcement:coercion_detail",
    filters={
        "open": OpenFilter(label=pgettext_lazy("coercion", "open")),
        "execution": ExecutionFilter(label=_("execution")),
    },
)  # fmt: skip
