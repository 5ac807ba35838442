"""The list of how entries are used: page, API and export alike (Art. 10 para. 1)."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from enforcement.lists.scopes import organ_and_below
from foundation.lists import Column, Kind, ListSpec, RowContext
from foundation.lists.filters import YesNoFilter
from foundation.permissions import Permission
from leniency.lists.cells import either, text_key
from leniency.lists.filters import field_filter, search_entries
from leniency.models import LeniencyEntry
from leniency.reports.usage_rows import A_YEAR, UsedEntries
from leniency.vocabulary import ListType

FEWEST = 5
"""Below so many parties a share would say more about them than about the entry."""


class UnusedFilter(YesNoFilter):
    """Entries that fitted no case within the last twelve months."""

    def filter(self, queryset: Any, value: bool | None) -> QuerySet[Any]:
        context: RowContext = self.parent.request
        return queryset.unused_since(context.today - A_YEAR, context.actor) if value else queryset


def share_again(figures: tuple[int, int], _context: RowContext) -> str | None:
    """How many of those who were spared came up again; nothing where they are too few."""
    spared, again = figures
    return f"{again / spared:.0%}" if spared >= FEWEST else None


LENIENCY_USAGE = ListSpec(
    name="leniency_usage",
    title=_("How the lists are used"),
    columns=(
        Column("code", _("code"), kind=Kind.LINK, sort="code"),
        Column("violation", _("violation"), ("violation_zh", "violation_en"), build=either),
        Column("type", _("type of list"), "list__type", choices=ListType, filter="choices"),
        Column("field", _("field"), ("list__field__name_zh", "list__field__name_en"), build=either,
               filter=field_filter("list__field"), page=False),
        Column("organ", _("issued by"), ("list__organ__name_zh", "list__organ__name_en"), build=either,
               filter=organ_and_below("list__organ"), page=False),
        Column("edition", _("edition"), "list__edition", page=False),
        Column("list_id", _("list"), build=text_key, page=False, export=False),
        Column("held", _("cases held against it"), kind=Kind.NUMBER),
        Column("applied", _("cases that it fitted"), kind=Kind.NUMBER),
        Column("chosen", _("cases in which it was chosen"), kind=Kind.NUMBER),
        Column("spared", _("parties spared by it"), kind=Kind.NUMBER),
        Column("again", _("of them again within a year"), ("spared", "again"), build=share_again),
        Column("last_used", _("last chosen"), kind=Kind.DATETIME),
    ),
    queryset=lambda: UsedEntries(LeniencyEntry),
    default_ordering="code",
    permission=Permission.LENIENCY_READ,
    search=search_entries,
    row_url="leniency:entry_detail",
    filters={"unused": UnusedFilter(label=_("no use in twelve months"))},
)  # fmt: skip
