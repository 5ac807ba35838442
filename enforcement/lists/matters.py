"""The lists of matters and of the provisions that they rest on (Art. 3, 5)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters import DateFilter, ModelChoiceFilter

from enforcement.lists.case_cells import either_name, text_key
from enforcement.models import Field, Instrument, Matter, Provision
from foundation.lists import Column, Kind, ListSpec
from foundation.permissions import Permission


class InForceFilter(DateFilter):
    """Provisions that were in force on a day; open ends count as in force."""

    def filter(self, queryset: QuerySet[Any], value: date | None) -> QuerySet[Any]:
        if value is None:
            return queryset
        begun = Q(valid_from=None) | Q(valid_from__lte=value)
        return queryset.filter(begun, Q(valid_to=None) | Q(valid_to__gte=value))


def search_matters(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    """By code or name in either language."""
    return rows.filter(Q(code__istartswith=text) | Q(name_zh__icontains=text) | Q(name_en__icontains=text))


def search_provisions(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    """By instrument, article, or our words for it."""
    named = Q(instrument__name_zh__icontains=text) | Q(instrument__name_en__icontains=text)
    return rows.filter(named | Q(article__icontains=text) | Q(summary__icontains=text))


MATTER_LIST = ListSpec(
    name="matters",
    title=_("Matters"),
    columns=(
        Column("code", _("code"), kind=Kind.LINK, sort="code"),
        Column("name", _("name"), ("name_zh", "name_en"), build=either_name, api=False),
        Column("name_zh", _("name (Chinese)"), page=False, export=False),
        Column("name_en", _("name (English)"), page=False, export=False),
        Column("field", _("field"), ("field__name_zh", "field__name_en"), build=either_name,
               filter=ModelChoiceFilter(queryset=lambda _request: Field.objects.order_by("code"),
                                        label=_("field"), empty_label=_("All"))),
        Column("field_id", _("field"), build=text_key, page=False, export=False),
        Column("violated", _("provision violated"), page=False),
        Column("basis", _("basis of the penalty"), page=False),
        Column("statutory_range", _("statutory range")),
        Column("fine_min", _("lowest fine (yuan)"), kind=Kind.MONEY, page=False),
        Column("fine_max", _("highest fine (yuan)"), kind=Kind.MONEY),
        Column("correct_first", _("the statute orders correction first"), kind=Kind.BOOL, filter="bool"),
        Column("is_active", _("in use"), kind=Kind.BOOL, filter="bool"),
    ),
    queryset=Matter.objects.all,
    default_ordering="code",
    permission=Permission.MATTER_READ,
    search=search_matters,
    row_url="enforcement:matter_detail",
)  # fmt: skip

PROVISION_LIST = ListSpec(
    name="provisions",
    title=_("Provisions"),
    columns=(
        Column("instrument", _("instrument"), ("instrument__name_zh", "instrument__name_en"),
               build=either_name, sort="instrument__code",
               filter=ModelChoiceFilter(queryset=lambda _request: Instrument.objects.order_by("code"),
                                        label=_("instrument"), empty_label=_("All"))),
        Column("instrument_id", _("instrument"), build=text_key),
        Column("article", _("article")),
        Column("revision", _("revision"), kind=Kind.NUMBER),
        Column("summary", _("in our own words")),
        Column("valid_from", _("in force from"), kind=Kind.DATE),
        Column("valid_to", _("in force until"), kind=Kind.DATE),
        Column("is_verified", _("checked against the text in force"), kind=Kind.BOOL, filter="bool"),
    ),
    queryset=Provision.objects.all,
    default_ordering="instrument",
    permission=Permission.MATTER_READ,
    search=search_provisions,
    filters={"as_of": InForceFilter(label=_("in force on"))},
)  # fmt: skip
