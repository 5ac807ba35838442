"""The list of stops and extensions (Penalty Law, Art. 60)."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import either_name, number_of, text_key
from enforcement.models import CaseInterval
from enforcement.vocabulary import Approver, IntervalKind, IntervalState
from foundation.lists import Column, Kind, ListSpec
from foundation.permissions import Permission
from foundation.vocabulary import Tone

TONES = {
    IntervalState.ASKED: Tone.WATCH,
    IntervalState.APPROVED: Tone.INFO,
    IntervalState.ENDED: Tone.NEUTRAL,
    IntervalState.REFUSED: Tone.NEUTRAL,
}


def search_intervals(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    """By the number of the case."""
    return rows.filter(case__number__icontains=text)


INTERVAL_LIST = ListSpec(
    name="case_intervals",
    title=_("Stops and extensions"),
    columns=(
        Column("number", _("case"), ("case__number", "case__clue_number"), Kind.LINK, build=number_of, sort="id"),
        Column("case", _("case"), "case_id", build=text_key, page=False, export=False),
        Column("kind", _("kind"), choices=IntervalKind, filter="choices"),
        Column("state", _("state"), kind=Kind.BADGE, choices=IntervalState, filter="choices",
               tone=lambda value, _context: TONES[IntervalState(value)].value),
        Column("begins_on", _("first day"), kind=Kind.DATE),
        Column("ends_on", _("last day"), kind=Kind.DATE),
        Column("days", _("more days"), kind=Kind.NUMBER),
        Column("approver", _("granted by"), choices=Approver, page=False),
        Column("asked_on", _("asked on"), kind=Kind.DATE, filter="date"),
        Column("answered_on", _("answered on"), kind=Kind.DATE, page=False),
        Column("organ", _("organ"), ("case__organ__name_zh", "case__organ__name_en"), build=either_name,
               tells_organs=True),
    ),
    queryset=CaseInterval.objects.all,
    default_ordering="-number",
    permission=Permission.CASE_READ,
    search=search_intervals,
    row_url="enforcement:interval_detail",
)  # fmt: skip
