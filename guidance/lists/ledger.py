"""The ledger of simple guidance as a list; its file has the columns of the official table (Art. 8)."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enforcement.lists.case_cells import either_name
from enforcement.lists.scopes import organ_and_below
from foundation.lists import Column, Kind, ListSpec, RowContext
from foundation.permissions import Permission
from guidance.models import LedgerRow
from guidance.models.ledger import described
from guidance.vocabulary import LedgerMethod, Way


def _described(value: tuple[str, str, str], _context: RowContext) -> str:
    return described(*value)


def _search(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    return rows.filter(Q(content__icontains=text) | Q(audience__icontains=text) | Q(result__icontains=text))


def _only_shown(name: str, label: Any, **more: Any) -> Column:
    return Column(name, label, export=False, **more)


LEDGER_LIST = ListSpec(
    name="guidance-ledger",
    title=_("Ledger of simple guidance"),
    columns=(
        Column("serial", _("serial number"), kind=Kind.LINK),
        Column("held_on", pgettext_lazy("ledger", "day"), kind=Kind.DATE, sort="held_on", filter="date"),
        Column("described", _("method, audience and content"), ("method", "audience", "content"), build=_described,
               page=False, api=False),
        _only_shown("content", _("content"), wide=True),
        _only_shown("way", _("way"), choices=Way, filter="choices"),
        _only_shown("method", _("method"), choices=LedgerMethod, filter="choices"),
        _only_shown("audience", _("audience")),
        _only_shown("people", _("people reached"), kind=Kind.NUMBER),
        _only_shown("copies", _("copies given out"), kind=Kind.NUMBER),
        Column("result", _("result of the guidance"), page=False),
        Column("note", pgettext_lazy("ledger", "note"), page=False),
        Column("organ", _("organ"), ("organ__name_zh", "organ__name_en"), build=either_name, export=False,
               filter=organ_and_below(), tells_organs=True),
    ),
    queryset=LedgerRow.objects.standing,
    default_ordering="-held_on",
    permission=Permission.GUIDANCE_READ,
    search=_search,
    row_url="guidance:ledger_detail",
)  # fmt: skip
