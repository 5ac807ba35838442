"""By what lists and entries are narrowed: a day in force, a field, a list, words (Art. 10 para. 1)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters import ModelChoiceFilter

from enforcement.models import Field
from foundation.lists.filters import DayFilter
from leniency.models import LeniencyList


class InForceFilter(DayFilter):
    """What was in force on a day."""

    def __init__(self) -> None:
        super().__init__(timed=False, label=_("in force on"))

    def filter(self, queryset: Any, value: date | None) -> QuerySet[Any]:
        return queryset if value is None else queryset.in_force(value)


def field_filter(path: str = "field") -> ModelChoiceFilter:
    return ModelChoiceFilter(
        field_name=path,
        queryset=lambda _context: Field.objects.order_by("code"),
        label=_("field"),
        empty_label=_("All"),
    )


def list_filter() -> ModelChoiceFilter:
    """Entries of one list, among those that the actor sees."""
    return ModelChoiceFilter(
        field_name="list",
        queryset=lambda context: LeniencyList.objects.visible_to(context.actor).select_related("field"),
        label=_("list"),
        empty_label=_("All"),
    )


def search_lists(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    """By title or document number."""
    return rows.filter(
        Q(title_zh__icontains=text) | Q(title_en__icontains=text) | Q(document_number__icontains=text)
    )


def search_entries(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    """By code, violation in either language, or the law that it cites."""
    found = Q(code__istartswith=text) | Q(violation_zh__icontains=text) | Q(violation_en__icontains=text)
    return rows.filter(found | Q(violated__icontains=text) | Q(basis__icontains=text))
