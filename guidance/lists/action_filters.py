"""By what the list of guidance is narrowed and searched (Art. 8)."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import BooleanFilter, CharFilter, ChoiceFilter, ModelChoiceFilter

from enforcement.lists.newest import newest_of
from enforcement.models import Case, Counterpart, CounterpartSearch
from foundation.actors import Actor
from foundation.lists.filters import YesNoFilter
from foundation.permissions import Permission
from guidance.models import GuidanceSearch
from guidance.vocabulary import GuidanceState, Way

SEARCH_CAP = 1000
_MONTH = RegexValidator(r"^(19|20|21)\d\d-(0[1-9]|1[0-2])\Z", _("Write a month as 2026-11."))


class MonthFilter(CharFilter):
    """Rows of one month, by the local time of ``field_name``."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"type": "month"})
        super().__init__(max_length=7, validators=[_MONTH], widget=widget, **kwargs)

    def filter(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        if not value:
            return queryset
        year, month = (int(part) for part in value.split("-"))
        first, after = date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)
        name = self.field_name
        return queryset.filter(**{f"{name}__gte": _midnight(first), f"{name}__lt": _midnight(after)})


class MineFilter(BooleanFilter):
    """Guidance that the actor implements."""

    def filter(self, queryset: Any, value: bool | None) -> QuerySet[Any]:
        officer_id = self.parent.request.actor.officer_id
        return queryset.of_officer(officer_id) if value else queryset


def about(model: Any, name: str, label: Any) -> ModelChoiceFilter:
    """Rows about one thing that the actor reaches; it is named by links, not chosen from a list."""
    return ModelChoiceFilter(
        queryset=lambda context: model.objects.visible_to(context.actor),
        field_name=name,
        label=label,
        widget=forms.HiddenInput,
    )


def chosen(name: str, label: Any, words: Any) -> ChoiceFilter:
    return ChoiceFilter(field_name=name, choices=words.choices, label=label, empty_label=_("All"))


class UrgentFilter(YesNoFilter):
    """Major guidance that was approved before its public preparation, to be looked at again."""

    def filter(self, queryset: QuerySet[Any], value: bool | None) -> QuerySet[Any]:
        if value is None:
            return queryset
        urgent = Q(public_life__urgent_reason__gt="")
        return queryset.filter(urgent) if value else queryset.exclude(urgent)


ACTION_FILTERS = {
    "way": chosen("way", _("way"), Way),
    "state": chosen("state", _("state"), GuidanceState),
    "month": MonthFilter(field_name="issued_at", label=_("month of issue")),
    "urgent": UrgentFilter(label=_("approved in urgency")),
    "mine": MineFilter(label=_("mine")),
    "counterpart": about(Counterpart, "counterpart", _("counterpart")),
    "case": about(Case, "case", _("case")),
}


def search_actions(rows: QuerySet[Any], text: str, actor: Actor) -> QuerySet[Any]:
    """By number; and, for who may read counterparts, by title, audience or name: the newest SEARCH_CAP."""
    said = rows.filter(pk__in=GuidanceSearch.objects.holding(text).values("pk"))
    if not actor.may(Permission.COUNTERPART_READ):
        return newest_of(rows, said.filter(number__icontains=text), by="drafted_at", cap=SEARCH_CAP)
    named = rows.filter(counterpart_id__in=CounterpartSearch.objects.named(text).values("pk"))
    return newest_of(rows, said, named, by="drafted_at", cap=SEARCH_CAP)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
