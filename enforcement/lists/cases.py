"""The list of cases (Art. 3, 4, 6)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import (
    TITLE_HIDDEN,
    counterpart_name,
    either_name,
    flags_of,
    masked_counterpart,
    number_of,
    open_deadline,
    state_tone,
    text_key,
)
from enforcement.lists.case_filters import CASE_FILTERS, SEARCH_CAP, matter_filter, search_cases
from enforcement.lists.scopes import organ_and_below
from enforcement.models import Case
from enforcement.vocabulary import CaseSource, CaseState, Outcome, Procedure
from foundation.lists import Column, Kind, ListSpec
from foundation.permissions import Permission

PERSONS = Permission.COUNTERPART_READ


def _key(name: str, source: str) -> Column:
    return Column(name, name, source=source, build=text_key, page=False, export=False)


def _flag(name: str, label: Any) -> Column:
    return Column(name, label, kind=Kind.BOOL, page=False, export=False)


CASE_LIST = ListSpec(
    name="cases",
    title=_("Cases"),
    columns=(
        Column("number", _("number"), ("number", "clue_number"), Kind.LINK, build=number_of),
        Column("clue_number", _("clue number"), page=False),
        Column("title", _("title"), mask=(PERSONS, lambda _text: TITLE_HIDDEN), wide=True),
        Column("counterpart", _("counterpart"), ("counterpart__name", "counterpart__kind"),
               mask=(PERSONS, masked_counterpart), build=counterpart_name),
        _key("counterpart_id", "counterpart_id"),
        Column("matter", _("matter"), ("matter__name_zh", "matter__name_en"), build=either_name,
               filter=matter_filter(), page=False),
        _key("matter_id", "matter_id"),
        Column("organ", _("organ"), ("organ__name_zh", "organ__name_en"), build=either_name,
               filter=organ_and_below(), tells_organs=True),
        _key("organ_id", "organ_id"),
        Column("state", _("state"), kind=Kind.BADGE, choices=CaseState, tone=state_tone),
        Column("outcome", _("outcome"), choices=Outcome),
        Column("source", _("source"), choices=CaseSource, filter="choices", page=False),
        Column("procedure", _("procedure"), choices=Procedure, page=False),
        Column("flags", _("flags"), ("is_major", "is_complex", "has_social_impact"), Kind.LIST,
               build=flags_of, api=False),
        _flag("is_major", _("major")),
        _flag("is_complex", _("complex")),
        _flag("has_social_impact", _("great social impact")),
        Column("opened_at", _("opened"), kind=Kind.DATE, sort="opened_at"),
        Column("filed_on", _("filed on"), kind=Kind.DATE, page=False),
        Column("deadline_on", _("to be decided by"), ("deadline_on", "decided_on"), Kind.DEADLINE,
               build=open_deadline),
        Column("decided_on", _("decided on"), kind=Kind.DATE, page=False),
        Column("closed_on", _("closed on"), kind=Kind.DATE, page=False),
    ),
    queryset=Case.objects.all,
    default_ordering="-opened_at",
    permission=Permission.CASE_READ,
    search=search_cases,
    search_by_actor=True,
    search_cap=SEARCH_CAP,
    row_url="enforcement:case_detail",
    filters=CASE_FILTERS,
)  # fmt: skip
