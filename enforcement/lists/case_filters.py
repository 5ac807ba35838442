"""By what a list of cases is narrowed and searched."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_filters import ChoiceFilter, Filter, ModelChoiceFilter
from stdnum.cn import ric, uscc

from enforcement.lists.newest import newest_of
from enforcement.models import CaseSearch, CounterpartSearch, Matter
from enforcement.vocabulary import OPEN_STATES, CaseState, Outcome, Unfinished
from foundation.actors import Actor
from foundation.lists import RowContext
from foundation.lists.filters import DayFilter, YesNoFilter
from foundation.permissions import Permission
from foundation.secrecy import blind_index

SEARCH_CAP = 1000


def add_case_filter(name: str, narrowing: Filter) -> None:
    """Let an app above narrow the list of cases by something of its own; called when it starts."""
    CASE_FILTERS.setdefault(name, narrowing)


class FlaggedFilter(YesNoFilter):
    """Cases that are major, complex or of great social impact; or all others."""

    def filter(self, queryset: QuerySet[Any], value: bool | None) -> QuerySet[Any]:
        if value is None:
            return queryset
        flagged = Q(is_major=True) | Q(is_complex=True) | Q(has_social_impact=True)
        return queryset.filter(flagged if value else ~flagged)


class OverdueFilter(YesNoFilter):
    """Cases whose ninety days have passed without a decision; or all others."""

    def filter(self, queryset: Any, value: bool | None) -> QuerySet[Any]:
        if value is None:
            return queryset
        today = _context_of(self).today
        return queryset.overdue(today) if value else queryset.not_overdue(today)


class UnfinishedFilter(ChoiceFilter):
    """Decided cases by what their decision waits for: service, payment, an answer, the court."""

    def filter(self, queryset: Any, value: str) -> QuerySet[Any]:
        return queryset.waiting_for(value, _context_of(self).today) if value else queryset


class OpenFilter(YesNoFilter):
    """Cases that somebody still has to work on; or all others."""

    def filter(self, queryset: QuerySet[Any], value: bool | None) -> QuerySet[Any]:
        if value is None:
            return queryset
        return queryset.filter(state__in=OPEN_STATES) if value else queryset.exclude(state__in=OPEN_STATES)


class MineFilter(YesNoFilter):
    """Cases that the actor handles."""

    def filter(self, queryset: Any, value: bool | None) -> QuerySet[Any]:
        officer_id = _context_of(self).actor.officer_id
        return queryset.of_officer(officer_id) if value else queryset


def _context_of(found: Filter) -> RowContext:
    return found.parent.request


def matter_filter() -> ModelChoiceFilter:
    return ModelChoiceFilter(
        queryset=lambda _context: Matter.objects.order_by("code"), label=_("matter"), empty_label=_("All")
    )


def _choice(name: str, label: Any, choices: Any) -> ChoiceFilter:
    return ChoiceFilter(field_name=name, choices=choices, label=label, empty_label=_("All"))


def _days(name: str, first: Any, last: Any) -> dict[str, Filter]:
    """From and to a day of the column ``name``, both included."""
    return {
        f"{name}_after": DayFilter(timed=False, field_name=name, lookup_expr="gte", label=first),
        f"{name}_before": DayFilter(timed=False, field_name=name, lookup_expr="lte", label=last),
    }


CASE_FILTERS: dict[str, Filter] = {
    "mine": MineFilter(label=_("mine")),
    "state": _choice("state", _("state"), CaseState.choices),
    "overdue": OverdueFilter(label=_("overdue")),
    "outcome": _choice("outcome", _("outcome"), Outcome.choices),
    "unfinished": UnfinishedFilter(
        label=_("to be carried out"), choices=Unfinished.choices, empty_label=_("All")
    ),
    "flagged": FlaggedFilter(label=_("flagged")),
    "open": OpenFilter(label=pgettext_lazy("case", "open")),
    "opened_after": DayFilter(timed=True, field_name="opened_at", lookup_expr="gte", label=_("opened from")),
    "opened_before": DayFilter(timed=True, field_name="opened_at", lookup_expr="lte", label=_("opened to")),
    **_days("deadline_on", _("to be decided from"), _("to be decided to")),
    **_days("decided_on", _("decided from"), _("decided to")),
}


def search_cases(rows: QuerySet[Any], text: str, actor: Actor) -> QuerySet[Any]:
    """By number or clue number; and, for who may read counterparts, by title, name or identifier.

    The newest SEARCH_CAP hits of each kind: a year stands in a hundred thousand numbers.
    """
    said = rows.filter(pk__in=CaseSearch.objects.holding(text).values("pk"))
    if not actor.may(Permission.COUNTERPART_READ):
        by_number = Q(number__icontains=text) | Q(clue_number__icontains=text)
        return newest_of(rows, said.filter(by_number), by="opened_at", cap=SEARCH_CAP)
    named = rows.filter(counterpart_id__in=CounterpartSearch.objects.named(text).values("pk"))
    kinds = [said, named]
    if uscc.is_valid(text) and not ric.is_valid(text):  # identity numbers do not belong into addresses
        kinds.append(rows.filter(counterpart__identifier_index=blind_index(text)))
    return newest_of(rows, *kinds, by="opened_at", cap=SEARCH_CAP)
