"""The list of entries, for officers and for everybody (Art. 10 para. 1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from foundation.lists import Column, Kind, ListSpec
from foundation.permissions import Permission
from leniency.lists.cells import either, state_tone, text_key
from leniency.lists.filters import InForceFilter, field_filter, list_filter, search_entries
from leniency.lists.terms import with_terms, worded
from leniency.models import EntryCitation, EntryReview, LeniencyEntry
from leniency.vocabulary import ListState, ListType

_FIELD = ("list__field__name_zh", "list__field__name_en")
_ORGAN = ("list__organ__name_zh", "list__organ__name_en")
_COLUMNS = (
    Column("code", _("code"), kind=Kind.LINK, sort="code"),
    Column("revision", _("revision"), kind=Kind.NUMBER, page=False),
    Column("violation", _("violation"), ("violation_zh", "violation_en"), build=either),
    Column("type", _("type of list"), "list__type", choices=ListType, filter="choices"),
    Column("field", _("field"), _FIELD, build=either, filter=field_filter("list__field")),
    Column("conditions", _("conditions"), ("conditions_zh", "conditions_en", "terms"), build=worded),
    Column("violated", _("provision violated"), page=False),
    Column("basis", _("basis of the penalty")),
    Column("statutory_range", _("statutory range"), page=False),
    Column("correct_first", _("the statute orders correction first"), kind=Kind.BOOL, page=False),
    Column("follow_up", _("what follows"), ("follow_up_zh", "follow_up_en"), build=either, page=False),
    Column("organ", _("issued by"), _ORGAN, build=either),
    Column("list_id", _("list"), build=text_key, page=False, export=False),
    Column("matter_id", _("enforcement matter"), build=text_key, page=False, export=False),
    Column("document_number", _("document number"), "list__document_number", page=False),
    Column("edition", _("edition"), "list__edition"),
    Column("effective_from", _("in force from"), "list__effective_from", Kind.DATE),
    Column("effective_to", _("in force until"), "list__effective_to", Kind.DATE, page=False),
    Column("suspended_on", _("suspended on"), kind=Kind.DATE, page=False),
)
_STATE = Column(
    "state", _("state of the list"), "list__state", Kind.BADGE, choices=ListState, filter="choices",
    tone=state_tone,
)  # fmt: skip

_CHECKED = (
    Column("is_checked", _("cites a provision that is checked"), kind=Kind.BOOL, filter="bool", page=False),
    Column("under_review", _("under review"), kind=Kind.BOOL, filter="bool", page=False),
)


def _with_currency() -> QuerySet[Any]:
    """Entries with what the law's changes mean for them."""
    cited = EntryCitation.objects.filter(entry=OuterRef("pk"))
    reviews = EntryReview.objects.filter(entry=OuterRef("pk"), concluded_on=None)
    entries = LeniencyEntry.objects.annotate(is_checked=Exists(cited), under_review=Exists(reviews))
    return with_terms(entries)


def _published() -> QuerySet[Any]:
    return with_terms(LeniencyEntry.objects.published())


LENIENCY_ENTRIES = ListSpec(
    name="leniency_entries",
    title=_("Leniency entries"),
    columns=(*_COLUMNS, *_CHECKED, _STATE),
    queryset=_with_currency,
    default_ordering="code",
    permission=Permission.LENIENCY_READ,
    search=search_entries,
    row_url="leniency:entry_detail",
    filters={"as_of": InForceFilter(), "list": list_filter()},
)
PUBLIC_ENTRIES = ListSpec(
    name="public_leniency_entries",
    title=_("Leniency lists in force"),
    columns=_COLUMNS,
    queryset=_published,
    default_ordering="code",
    permission=None,
    public=True,
    search=search_entries,
    row_url="leniency:public_entry",
    filters={"as_of": InForceFilter()},
)


def public_entries_on(day: date) -> ListSpec:
    """The entries in force on a day: what is shown when nobody names another."""

    def in_force() -> QuerySet[Any]:
        return with_terms(LeniencyEntry.objects.in_force(day))

    return replace(PUBLIC_ENTRIES, queryset=in_force)
