"""Filters of a list, from shorthands or django-filter objects; the same form validates page and API."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_filters import (
    BooleanFilter,
    CharFilter,
    ChoiceFilter,
    DateFilter,
    Filter,
    ModelChoiceFilter,
    NumberFilter,
)

from foundation.actors import Actor
from foundation.lists.column import Column, Kind

_DAYS = [MinValueValidator(date(1900, 1, 1)), MaxValueValidator(date(2200, 1, 1))]
_FROM = pgettext_lazy("filter", "from")
_TO = pgettext_lazy("filter", "to")


class DayFilter(DateFilter):
    """From or to a day, both included; on a column of times the day is the local one."""

    def __init__(self, *, timed: bool, **kwargs: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        super().__init__(widget=widget, validators=_DAYS, **kwargs)
        self.timed = timed

    def filter(self, queryset: QuerySet[Any], value: date | None) -> QuerySet[Any]:
        if value is None or not self.timed:
            return super().filter(queryset, value)
        if self.lookup_expr == "gte":
            return queryset.filter(**{f"{self.field_name}__gte": _midnight(value)})
        return queryset.filter(**{f"{self.field_name}__lt": _midnight(value + timedelta(days=1))})


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


class SubtreeFilter(ModelChoiceFilter):
    """A node with all below it: ``choices(actor)`` may be named, ``narrow(queryset, node)`` says how."""

    def __init__(
        self,
        *,
        choices: Callable[[Actor], QuerySet[Any]],
        narrow: Callable[[QuerySet[Any], Any], QuerySet[Any]],
        **kwargs: Any,
    ) -> None:
        super().__init__(queryset=lambda context: choices(context.actor), empty_label=_("All"), **kwargs)
        self.narrow = narrow

    def filter(self, queryset: QuerySet[Any], value: Any) -> QuerySet[Any]:
        return queryset if value is None else self.narrow(queryset, value)


class YesNoFilter(BooleanFilter):
    """Yes or no; left alone it narrows nothing, and says so."""

    def __init__(self, **kwargs: Any) -> None:
        choices = [("", _("All")), ("true", _("Yes")), ("false", _("No"))]
        super().__init__(widget=forms.Select(choices=choices), **kwargs)


def filters_of(column: Column) -> dict[str, Filter]:
    """The filters of one column, by parameter."""
    if column.filter is None:
        return {}
    if isinstance(column.filter, str):
        return _SHORTHANDS[column.filter](column)
    if column.filter.label is None:
        column.filter.label = column.label
    return {column.name: column.filter}


def _choices(column: Column) -> dict[str, Filter]:
    return {
        column.name: ChoiceFilter(
            field_name=column.paths[0],
            choices=column.choices.choices,
            label=column.label,
            empty_label=_("All"),
        )
    }


def _text(column: Column) -> dict[str, Filter]:
    return {
        column.name: CharFilter(
            field_name=column.paths[0], lookup_expr="icontains", max_length=100, label=column.label
        )
    }


def _bool(column: Column) -> dict[str, Filter]:
    return {column.name: YesNoFilter(field_name=column.paths[0], label=column.label)}


def _date(column: Column) -> dict[str, Filter]:
    def day(lookup: str, word: Any) -> DayFilter:
        return DayFilter(
            timed=column.kind is Kind.DATETIME,
            field_name=column.paths[0],
            lookup_expr=lookup,
            label=format_lazy("{} {}", column.label, word),
        )

    return {f"{column.name}_after": day("gte", _FROM), f"{column.name}_before": day("lte", _TO)}


def _number(column: Column) -> dict[str, Filter]:
    def bound(lookup: str, word: Any) -> NumberFilter:
        return NumberFilter(
            field_name=column.paths[0],
            lookup_expr=lookup,
            label=format_lazy("{} {}", column.label, word),
            max_digits=14,
            decimal_places=2,
            max_value=Decimal(10**12),
        )

    return {f"{column.name}_min": bound("gte", _FROM), f"{column.name}_max": bound("lte", _TO)}


_SHORTHANDS: dict[str, Callable[[Column], dict[str, Filter]]] = {
    "bool": _bool,
    "choices": _choices,
    "date": _date,
    "number": _number,
    "text": _text,
}
