"""The list of guidance, of all ways together (Art. 8)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import TITLE_HIDDEN, either_name, text_key
from enforcement.lists.scopes import organ_and_below
from foundation.lists import Column, Kind, ListSpec
from foundation.permissions import Permission
from guidance.lists.action_cells import (
    PERSONS,
    addressee,
    further_fields,
    masked_addressee,
    number_or_draft,
    state_tone,
)
from guidance.lists.action_filters import ACTION_FILTERS, SEARCH_CAP, search_actions
from guidance.models import GuidanceAction
from guidance.vocabulary import Effect, Formality, GuidanceState, Trigger, UrgentReason, Way


def _key(name: str) -> Column:
    return Column(name, name, source=name, build=text_key, page=False, export=False)


GUIDANCE_LIST = ListSpec(
    name="guidance",
    title=_("Guidance"),
    columns=(
        Column("number", _("number"), kind=Kind.LINK, display=number_or_draft),
        Column("way", _("way"), choices=Way),
        Column("title", _("title"), mask=(PERSONS, lambda _text: TITLE_HIDDEN), wide=True),
        Column("addressee", _("addressed to"), ("counterpart__name", "counterpart__kind", "audience"),
               mask=(PERSONS, masked_addressee), build=addressee),
        _key("counterpart_id"),
        _key("case_id"),
        Column("organ", _("organ"), ("organ__name_zh", "organ__name_en"), build=either_name,
               filter=organ_and_below(), tells_organs=True),
        _key("organ_id"),
        Column("state", _("state"), kind=Kind.BADGE, choices=GuidanceState, tone=state_tone),
        Column("effect", _("effect"), choices=Effect, filter="choices"),
        Column("formality", _("formality"), choices=Formality, filter="choices", page=False),
        Column("trigger", _("occasion"), choices=Trigger, filter="choices", page=False),
        Column("further", _("further fields"), ("other__drafted_values", "other__recorded_values"), kind=Kind.LIST,
               display=None, build=further_fields, mask=(PERSONS, lambda _pair: ([], [])), page=False),
        Column("drafted_at", _("drafted"), kind=Kind.DATE, sort="drafted_at"),
        Column("issued_at", _("issued"), kind=Kind.DATE, page=False),
        Column("reply_by", _("reply invited by"), kind=Kind.DATE, page=False),
        Column("urgent", _("approved in urgency"), "public_life__urgent_reason", choices=UrgentReason, page=False),
        Column("review_due_on", _("to be looked at again by"),
               "public_life__review_due_on", kind=Kind.DATE, page=False),
        Column("concluded_on", _("concluded on"), kind=Kind.DATE, page=False),
    ),
    queryset=GuidanceAction.objects.all,
    default_ordering="-drafted_at",
    permission=Permission.GUIDANCE_READ,
    search=search_actions,
    search_by_actor=True,
    search_cap=SEARCH_CAP,
    row_url="guidance:guidance_detail",
    filters=ACTION_FILTERS,
)  # fmt: skip
