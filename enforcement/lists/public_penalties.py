"""Published penalties for everybody, as of today; nothing is added up, and no list is sorted by amount (Art. 4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import ModelChoiceFilter, NumberFilter

from enforcement.lists.case_cells import either_name, text_key
from enforcement.models import Field, Matter, Organ, Publication
from enforcement.vocabulary.publicity import PublicKind
from foundation.lists import Column, Kind, ListSpec

_MATTER = ("case__matter__name_zh", "case__matter__name_en")
_ORGAN = ("organ__name_zh", "organ__name_en")
_YEARS = (1990, 2200)


def search_penalties(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    """By number, party or what was found, as they are published."""
    found = Q(case__decision__number__icontains=text) | Q(edition__party__icontains=text)
    return rows.filter(found | Q(edition__violation__icontains=text))


def morning_of(day: date, _context: Any = None) -> datetime:
    """The beginning of a day, where a moment is asked for."""
    return timezone.make_aware(datetime.combine(day, time()))


def search_withdrawals(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    return rows.filter(case__decision__number__icontains=text)


class YearFilter(NumberFilter):
    """The year of the decision."""

    def __init__(self) -> None:
        super().__init__(label=_("year"), min_value=_YEARS[0], max_value=_YEARS[1], decimal_places=0)

    def filter(self, queryset: Any, value: Any) -> Any:
        if value is None:
            return queryset
        return queryset.filter(decided_on__range=(date(int(value), 1, 1), date(int(value), 12, 31)))


class OrganFilter(ModelChoiceFilter):
    """An organ with all below it."""

    def __init__(self) -> None:
        super().__init__(
            queryset=lambda _context: Organ.objects.order_by("code"), label=_("organ"), empty_label=_("All")
        )

    def filter(self, queryset: Any, value: Any) -> Any:
        if value is None:
            return queryset
        return queryset.filter(Q(organ=value) | Q(branch=value) | Q(line=value))


def penalties() -> Any:
    return Publication.objects.filter(kind=PublicKind.PENALTY)


def _named(rows: Any, path: str, label: Any) -> ModelChoiceFilter:
    return ModelChoiceFilter(queryset=rows, field_name=path, label=label, empty_label=_("All"))


FILTERS = {
    "field": _named(lambda _context: Field.objects.order_by("code"), "case__matter__field", _("field")),
    "matter": _named(lambda _context: Matter.objects.order_by("code"), "case__matter", _("matter")),
    "organ": OrganFilter(),
    "year": YearFilter(),
}
PUBLIC_PENALTIES = ListSpec(
    name="public_penalties",
    title=_("Published decisions"),
    columns=(
        Column("number", _("decision"), "case__decision__number", kind=Kind.LINK),
        Column("party", _("party"), "edition__party"),
        Column("matter", _("matter"), _MATTER, build=either_name),
        Column("result", _("what was decided"), "edition__result", wide=True),
        Column("organ", _("deciding organ"), _ORGAN, build=either_name),
        Column("organ_id", _("organ"), build=text_key, page=False, export=False),
        Column("matter_id", _("matter"), "case__matter_id", build=text_key, page=False, export=False),
        Column("decided_on", _("decided on"), kind=Kind.DATE, sort="decided_on", filter="date"),
        Column("published_on", _("published on"), kind=Kind.DATE, page=False),
        Column("until_on", _("shown until"), kind=Kind.DATE, page=False),
        Column("edition", _("edition"), "edition__number", kind=Kind.NUMBER, page=False),
        Column("created_at", _("created at"), "edition__created_at", kind=Kind.DATETIME, page=False, export=False),
        Column("updated_at", _("updated at"), "edition__updated_at", kind=Kind.DATETIME, page=False, export=False),
    ),
    queryset=lambda: penalties().published(),
    default_ordering="-decided_on",
    permission=None,
    public=True,
    search=search_penalties,
    filters=FILTERS,
    row_url="enforcement:public_penalty",
)  # fmt: skip
PUBLIC_WITHDRAWALS = ListSpec(
    name="public_penalty_withdrawals",
    title=_("Withdrawn decisions"),
    columns=(
        Column("number", _("decision"), "case__decision__number", kind=Kind.LINK),
        Column("organ", _("deciding organ"), _ORGAN, build=either_name),
        Column("organ_id", _("organ"), build=text_key, page=False, export=False),
        Column("withdrawn_on", _("withdrawn on"), kind=Kind.DATE),
        Column("reason", _("reason"), "withdrawal_reason", wide=True),
        Column("decided_on", _("decided on"), kind=Kind.DATE, sort="decided_on", page=False),
        Column("created_at", _("created at"), "edition__created_at", kind=Kind.DATETIME, page=False, export=False),
        Column("updated_at", _("updated at"), "withdrawn_on", kind=Kind.DATETIME, build=morning_of, page=False,
               export=False),
    ),
    queryset=lambda: penalties().withdrawn(),
    default_ordering="-decided_on",
    permission=None,
    public=True,
    search=search_withdrawals,
    row_url="enforcement:public_penalty",
)  # fmt: skip


def penalties_on(day: date) -> ListSpec:
    """What everybody may read on a day."""

    def shown() -> QuerySet[Any]:
        return penalties().published().shown_on(day)

    return replace(PUBLIC_PENALTIES, queryset=shown)
