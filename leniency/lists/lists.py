"""The list of leniency lists, for officers and for everybody (Art. 10 para. 1)."""

from __future__ import annotations

from dataclasses import replace

from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from foundation.lists import Column, Kind, ListSpec
from foundation.permissions import Permission
from leniency.lists.cells import either, standing_today, standing_tone, state_tone, text_key
from leniency.lists.filters import InForceFilter, StandingFilter, field_filter, search_lists
from leniency.models import LeniencyList
from leniency.scope import ListPartQuerySet
from leniency.vocabulary import ListState, ListType, Standing

_COLUMNS: tuple[Column, ...] = (
    Column("title", _("list"), ("title_zh", "title_en"), Kind.LINK, build=either),
    Column("type", _("type of list"), choices=ListType, filter="choices"),
    Column(
        "field",
        _("field"),
        ("field__name_zh", "field__name_en"),
        build=either,
        filter=field_filter(),
        page=False,
    ),
    Column("field_id", _("field"), build=text_key, page=False, export=False),
    Column("organ", _("issued by"), ("organ__name_zh", "organ__name_en"), build=either),
    Column("document_number", _("document number"), page=False),
    Column("edition", _("edition")),
    Column("entries", _("entries"), "entry_count", Kind.NUMBER),
    Column(
        "standing",
        _("where it stands"),
        ("state", "effective_from", "effective_to", "repealed_on", "is_replaced", "is_reviewed"),
        Kind.BADGE,
        build=standing_today,
        choices=Standing,
        tone=standing_tone,
    ),
    Column(
        "state", _("state"), page=False, kind=Kind.BADGE, choices=ListState, filter="choices", tone=state_tone
    ),
    Column("published_on", _("published on"), kind=Kind.DATE, page=False),
    Column("effective_from", _("in force from"), kind=Kind.DATE),
    Column("effective_to", _("in force until"), kind=Kind.DATE, page=False),
    Column("repealed_on", _("repealed on"), kind=Kind.DATE, page=False),
    Column("note", _("note"), ("note_zh", "note_en"), build=either, page=False),
    Column(
        "changed", _("last changed"), "updated_at", Kind.DATETIME, sort="updated_at", page=False, api=False
    ),
)


def _counted() -> ListPartQuerySet:
    return LeniencyList.objects.with_standing().annotate(entry_count=Count("entries"))


def _published() -> ListPartQuerySet:
    return _counted().published()


LENIENCY_LISTS = ListSpec(
    name="leniency_lists",
    title=_("Leniency lists"),
    columns=_COLUMNS,
    queryset=_counted,
    default_ordering="-changed",
    permission=Permission.LENIENCY_READ,
    search=search_lists,
    row_url="leniency:list_detail",
    filters={"as_of": InForceFilter(), "standing": StandingFilter()},
)
PUBLIC_LISTS = replace(
    LENIENCY_LISTS,
    name="public_leniency_lists",
    title=_("Published leniency lists"),
    queryset=_published,
    permission=None,
    public=True,
    row_url="leniency:public_list",
)
