"""By what lists and entries are narrowed: a day in force, a field, a list, words (Art. 10 para. 1)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, ModelChoiceFilter

from enforcement.models import Field
from foundation.lists.filters import DayFilter, YesNoFilter
from leniency.models import LeniencyList, RevisitNotice
from leniency.services.under_way import UNDECIDED
from leniency.vocabulary import Standing


class InForceFilter(DayFilter):
    """What was in force on a day."""

    def __init__(self) -> None:
        super().__init__(timed=False, label=_("in force on"))

    def filter(self, queryset: Any, value: date | None) -> QuerySet[Any]:
        return queryset if value is None else queryset.in_force(value)


class RevisitFilter(YesNoFilter):
    """Cases under whose assessment a list moved; or all others."""

    def filter(self, queryset: Any, value: bool | None) -> QuerySet[Any]:
        if value is None:
            return queryset
        moved = Exists(RevisitNotice.objects.open().filter(case=OuterRef("pk"), case__state__in=UNDECIDED))
        return queryset.filter(moved if value else ~moved)


class StandingFilter(ChoiceFilter):
    """Lists by where they stand today."""

    def __init__(self) -> None:
        super().__init__(choices=Standing.choices, label=_("where it stands"), empty_label=_("All"))

    def filter(self, queryset: Any, value: str) -> QuerySet[Any]:
        return queryset.standing(value, self.parent.request.today) if value else queryset


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
