"""The list of reconsiderations and suits (Art. 6)."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import either_name, number_of, text_key
from enforcement.lists.scopes import organ_and_below
from enforcement.models import Remedy
from enforcement.vocabulary.remedies import UNDOING, RemedyKind, RemedyResult, RemedyState
from foundation.lists import Column, Kind, ListSpec, RowContext
from foundation.permissions import Permission
from foundation.vocabulary import Tone


def remedy_tone(state: str, _context: RowContext | None = None) -> str:
    pending = {RemedyState.FILED: Tone.WATCH, RemedyState.ACCEPTED: Tone.INFO}
    return pending.get(RemedyState(state), Tone.NEUTRAL).value


def result_tone(result: str, _context: RowContext | None = None) -> str:
    return (Tone.WATCH if result in UNDOING else Tone.NEUTRAL).value


def search_remedies(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    """By the number of the case, of the remedy or of the ruling."""
    found = Q(case__number__icontains=text) | Q(number__icontains=text)
    return rows.filter(found | Q(decision_number__icontains=text))


REMEDY_LIST = ListSpec(
    name="remedies",
    title=_("Remedies"),
    columns=(
        Column("number", _("case"), ("case__number", "case__clue_number"), Kind.LINK, build=number_of),
        Column("case_id", _("case"), build=text_key, page=False, export=False),
        Column("kind", _("kind"), choices=RemedyKind, filter="choices"),
        Column("body", _("heard by")),
        Column("state", _("state"), kind=Kind.BADGE, choices=RemedyState, filter="choices", tone=remedy_tone),
        Column("result", _("outcome"), kind=Kind.BADGE, choices=RemedyResult, filter="choices", tone=result_tone),
        Column("filed_on", _("filed on"), kind=Kind.DATE, sort="filed_on", filter="date"),
        Column("answer_by", _("answer to be handed in by"), kind=Kind.DATE, page=False),
        Column("answered_on", _("answer handed in on"), kind=Kind.DATE, page=False),
        Column("ended_on", _("ended on"), kind=Kind.DATE),
        Column("stopped_on", _("execution stopped on"), kind=Kind.DATE, page=False),
        Column("decision_number", _("number of the ruling"), page=False),
        Column("organ", _("organ"), ("organ__name_zh", "organ__name_en"), build=either_name,
               filter=organ_and_below(), tells_organs=True),
        Column("organ_id", _("organ"), build=text_key, page=False, export=False),
    ),
    queryset=Remedy.objects.all,
    default_ordering="-filed_on",
    permission=Permission.COUNTERPART_READ,
    search=search_remedies,
    row_url="enforcement:remedy_detail",
)  # fmt: skip
