"""The list of departures from the discretion benchmark (Penalty Law, Art. 34)."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import either_name, number_of, text_key
from enforcement.models import BandDeparture
from enforcement.vocabulary import Approver, DepartureGround, DepartureState, Tier
from foundation.lists import Column, Kind, ListSpec
from foundation.permissions import Permission
from foundation.vocabulary import Tone

TONES = {
    DepartureState.ASKED: Tone.WATCH,
    DepartureState.APPROVED: Tone.GOOD,
    DepartureState.REFUSED: Tone.NEUTRAL,
}


def search_departures(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    """By the number of the case."""
    return rows.filter(case__number__icontains=text)


DEPARTURE_LIST = ListSpec(
    name="departures",
    title=_("Departures from benchmarks"),
    columns=(
        Column("number", _("case"), ("case__number", "case__clue_number"), Kind.LINK, build=number_of, sort="id"),
        Column("case", _("case"), "case_id", build=text_key, page=False, export=False),
        Column("matter", _("matter"), ("case__matter__name_zh", "case__matter__name_en"), build=either_name),
        Column("tier", _("tier that is left"), choices=Tier, filter="choices"),
        Column("fine", _("intended fine (yuan)"), kind=Kind.MONEY),
        Column("ground", _("ground"), choices=DepartureGround, filter="choices", page=False),
        Column("approver", _("approved by"), choices=Approver, page=False),
        Column("state", _("state"), kind=Kind.BADGE, choices=DepartureState, filter="choices",
               tone=lambda value, _context: TONES[DepartureState(value)].value),
        Column("asked_on", _("asked on"), kind=Kind.DATE, filter="date"),
        Column("answered_on", _("answered on"), kind=Kind.DATE),
        Column("organ", _("organ"), ("case__organ__name_zh", "case__organ__name_en"), build=either_name,
               tells_organs=True),
    ),
    queryset=BandDeparture.objects.all,
    default_ordering="-number",
    permission=Permission.CASE_READ,
    search=search_departures,
    row_url="enforcement:departure_detail",
)  # fmt: skip
