"""The list of departures from leniency assessments (Art. 10 para. 1; LEN-9)."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import either_name, number_of, text_key
from foundation.lists import Column, Kind, ListSpec
from foundation.permissions import Permission
from foundation.vocabulary import OverrideReason
from leniency.models import LeniencyChoice
from leniency.vocabulary import TONE_OF_CHOICE, ChoiceState


def search_choices(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    """By the number of the case."""
    return rows.filter(case__number__icontains=text)


LENIENCY_CHOICES = ListSpec(
    name="leniency_choices",
    title=_("Departures from assessments"),
    columns=(
        Column("number", _("case"), ("case__number", "case__clue_number"), Kind.LINK, build=number_of, sort="id"),
        Column("case", _("case"), "case_id", build=text_key, page=False, export=False),
        Column("matter", _("matter"), ("case__matter__name_zh", "case__matter__name_en"), build=either_name),
        Column("assessed", _("conclusion of the assessment"), "assessment__conclusion", page=False),
        Column("entry", _("entry to be applied"), "entry__code"),
        Column("cause", _("ground"), choices=OverrideReason, filter="choices"),
        Column("state", _("state"), kind=Kind.BADGE, choices=ChoiceState, filter="choices",
               tone=lambda value, _context: TONE_OF_CHOICE[ChoiceState(value)].value),
        Column("asked_on", _("asked on"), kind=Kind.DATE, filter="date"),
        Column("answered_on", _("answered on"), kind=Kind.DATE),
        Column("organ", _("organ"), ("case__organ__name_zh", "case__organ__name_en"), build=either_name,
               tells_organs=True),
    ),
    queryset=LeniencyChoice.objects.all,
    default_ordering="-number",
    permission=Permission.CASE_READ,
    search=search_choices,
    row_url="leniency:choice_detail",
)  # fmt: skip
