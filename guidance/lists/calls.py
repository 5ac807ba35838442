"""The list of calls before licences expire (Art. 8 (3))."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import either_name, masked_counterpart, text_key
from enforcement.lists.scopes import organ_and_below
from foundation.lists import Column, Kind, ListSpec, RowContext
from foundation.permissions import Permission
from guidance.lifecycle.calls import TONES
from guidance.models import ExpiryCall
from guidance.vocabulary import CallOutcome, CallState

PERSONS = Permission.COUNTERPART_READ


def call_tone(state: str, _context: RowContext | None = None) -> str:
    return TONES[CallState(state)].value


def _named(value: tuple[str, str], _context: RowContext) -> str:
    return value[0]


def _left(value: tuple[Any, str], _context: RowContext) -> Any:
    expires_on, state = value
    return expires_on if state == CallState.OPEN else None


def _search(rows: QuerySet[Any], text: str, actor: Any) -> QuerySet[Any]:
    known = rows.filter(licence__name__icontains=text)
    return known | rows.filter(licence__counterpart__name__icontains=text) if actor.may(PERSONS) else known


CALL_LIST = ListSpec(
    name="expiry-calls",
    title=_("Calls before licences expire"),
    columns=(
        Column("counterpart", _("counterpart"), ("licence__counterpart__name", "licence__counterpart__kind"),
               kind=Kind.LINK, mask=(PERSONS, masked_counterpart), build=_named),
        Column("licence", _("licence"), "licence__name"),
        Column("expires_on", _("expires on"), kind=Kind.DATE, sort="expires_on", filter="date"),
        Column("due_in", _("time left"), ("expires_on", "state"), kind=Kind.DEADLINE, build=_left, api=False),
        Column("state", _("state"), kind=Kind.BADGE, choices=CallState, filter="choices", tone=call_tone),
        Column("outcome", _("outcome"), choices=CallOutcome, filter="choices"),
        Column("called_at", _("called at"), kind=Kind.DATETIME, page=False),
        Column("licence_id", _("licence"), build=text_key, page=False, export=False),
        Column("organ", _("organ"), ("organ__name_zh", "organ__name_en"), build=either_name,
               filter=organ_and_below(), tells_organs=True),
    ),
    queryset=ExpiryCall.objects.all,
    default_ordering="-expires_on",
    permission=Permission.GUIDANCE_READ,
    search=_search,
    search_by_actor=True,
    row_url="guidance:call_detail",
)  # fmt: skip
