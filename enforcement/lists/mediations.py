"""The list of mediations (Art. 7)."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import either_name, text_key
from enforcement.lists.scopes import organ_and_below
from enforcement.models import Mediation
from enforcement.vocabulary import DisputeKind, MediationState
from foundation.lists import Column, Kind, ListSpec, RowContext
from foundation.permissions import Permission
from foundation.vocabulary import Tone

TONES = {
    MediationState.APPLIED: Tone.WATCH,
    MediationState.UNDERWAY: Tone.INFO,
    MediationState.AGREED: Tone.GOOD,
    MediationState.PARTLY: Tone.GOOD,
    MediationState.PERFORMED: Tone.GOOD,
    MediationState.UNPERFORMED: Tone.WATCH,
}


def mediation_tone(state: str, _context: RowContext | None = None) -> str:
    return TONES.get(MediationState(state), Tone.NEUTRAL).value


def _search(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    return rows.filter(Q(number__icontains=text) | Q(title__icontains=text))


MEDIATION_LIST = ListSpec(
    name="mediations",
    title=_("Mediations"),
    columns=(
        Column("number", _("number"), kind=Kind.LINK),
        Column("title", _("title")),
        Column("kind", _("kind of dispute"), choices=DisputeKind, filter="choices"),
        Column("state", _("state"), kind=Kind.BADGE, choices=MediationState, filter="choices", tone=mediation_tone),
        Column("applied_on", _("applied for on"), kind=Kind.DATE, sort="applied_on", filter="date"),
        Column("perform_by", _("to be performed by"), kind=Kind.DATE),
        Column("case_id", _("case"), build=text_key, page=False, export=False),
        Column("organ", _("organ"), ("organ__name_zh", "organ__name_en"), build=either_name,
               filter=organ_and_below(), tells_organs=True),
        Column("organ_id", _("organ"), build=text_key, page=False, export=False),
    ),
    queryset=Mediation.objects.all,
    default_ordering="-applied_on",
    permission=Permission.COUNTERPART_READ,
    search=_search,
    row_url="enforcement:mediation_detail",
)  # fmt: skip
