"""Published results of coercion and of inspections for everybody; nothing is added up (Art. 4; PUB-1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import either_name, text_key
from enforcement.lists.public_penalties import OrganFilter, YearFilter, morning_of
from enforcement.models import Publication
from enforcement.vocabulary.publicity import RESULTS, PublicKind
from foundation.lists import Column, Kind, ListSpec

_ORGAN = ("organ__name_zh", "organ__name_en")
FILTERS = {"organ": OrganFilter(), "year": YearFilter()}


def results() -> Any:
    return Publication.objects.filter(kind__in=RESULTS).numbered()


def search_results(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    """By number, party or what was found, as they are published."""
    found = Q(number__icontains=text) | Q(edition__party__icontains=text)
    return rows.filter(found | Q(edition__violation__icontains=text))


def search_numbers(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    return rows.filter(number__icontains=text)


_KIND = Column("kind", _("kind"), kind=Kind.BADGE, choices=PublicKind, filter="choices")
_BY = (
    Column("organ", _("deciding organ"), _ORGAN, build=either_name),
    Column("organ_id", _("organ"), build=text_key, page=False, export=False),
)
_CREATED = Column(
    "created_at", _("created at"), "edition__created_at", kind=Kind.DATETIME, page=False, export=False
)
PUBLIC_RESULTS = ListSpec(
    name="public_results",
    title=_("Published results"),
    columns=(
        Column("number", _("number"), kind=Kind.LINK),
        _KIND,
        Column("party", _("party"), "edition__party"),
        Column("result", _("result"), "edition__result", wide=True),
        *_BY,
        Column("decided_on", _("decided on"), kind=Kind.DATE, sort="decided_on", filter="date"),
        Column("published_on", _("published on"), kind=Kind.DATE, page=False),
        Column("until_on", _("shown until"), kind=Kind.DATE, page=False),
        Column("edition", _("edition"), "edition__number", kind=Kind.NUMBER, page=False),
        _CREATED,
        Column("updated_at", _("updated at"), "edition__updated_at", kind=Kind.DATETIME, page=False, export=False),
    ),
    queryset=lambda: results().published(),
    default_ordering="-decided_on",
    permission=None,
    public=True,
    search=search_results,
    filters=FILTERS,
    row_url="enforcement:public_result",
)  # fmt: skip
PUBLIC_RESULT_WITHDRAWALS = ListSpec(
    name="public_result_withdrawals",
    title=_("Withdrawn results"),
    columns=(
        Column("number", _("number"), kind=Kind.LINK),
        _KIND,
        *_BY,
        Column("withdrawn_on", _("withdrawn on"), kind=Kind.DATE),
        Column("reason", _("reason"), "withdrawal_reason", wide=True),
        Column("decided_on", _("decided on"), kind=Kind.DATE, sort="decided_on", page=False),
        _CREATED,
        Column("updated_at", _("updated at"), "withdrawn_on", kind=Kind.DATETIME, build=morning_of, page=False,
               export=False),
    ),
    queryset=lambda: results().withdrawn(),
    default_ordering="-decided_on",
    permission=None,
    public=True,
    search=search_numbers,
    row_url="enforcement:public_result",
)  # fmt: skip


def results_on(day: date) -> ListSpec:
    """What everybody may read on a day."""
    return replace(PUBLIC_RESULTS, queryset=lambda: results().published().shown_on(day))
