"""The rows behind a figure as a list, made for one indicator, organ and period (Art. 4)."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter

from evaluation.lists.evidence_columns import COLUMNS, ORDERING, ROW_URL
from evaluation.models import Indicator
from evaluation.reports.choosing import Choice
from evaluation.reports.measures import MEASURES
from evaluation.vocabulary import Direction
from foundation.lists import Column, Kind, ListSpec, RowContext
from foundation.lists.filters import YesNoFilter
from foundation.permissions import Permission
from foundation.vocabulary import Tone


class Chosen(ChoiceFilter):
    """What the rows were chosen by already: shown, kept in the address, and applied nowhere else."""

    def filter(self, queryset: QuerySet[Any], _value: Any) -> QuerySet[Any]:
        return queryset


def evidence_list(indicator: Indicator, choice: Choice) -> ListSpec:
    """The rows of ``indicator`` for ``choice``; raises KeyError when it is not measured yet."""
    measure = MEASURES[indicator.code]
    subject = measure.subject

    def rows() -> QuerySet[Any]:
        return measure.evidence_of(choice.frame, choice.organs)

    return ListSpec(
        name=f"evidence_{indicator.code.replace('-', '_').lower()}",
        title=indicator.name,
        columns=(*COLUMNS[subject], _met(indicator)),
        queryset=rows,
        default_ordering=ORDERING[subject],
        permission=Permission.EVALUATION_READ,
        row_url=ROW_URL.get(subject, ""),
        filters={"period": _periods(choice), "organ": _organs(choice)},
    )


def _met(indicator: Indicator) -> Column:
    """Whether the row stands in the numerator, and whether that is good."""
    good = indicator.direction != Direction.LESS

    def tone(value: bool, _context: RowContext) -> str:
        return (Tone.GOOD if value == good else Tone.WATCH).value

    def words(value: bool, _context: RowContext) -> Any:
        return _("counts") if value else _("does not count")

    label = _("in the numerator")
    return Column(
        "met", label, kind=Kind.BADGE, tone=tone, display=words, filter=YesNoFilter(field_name="met")
    )


def _periods(choice: Choice) -> Chosen:
    return Chosen(choices=[(p.code, p.label) for p in choice.periods], label=_("period"), empty_label=None)


def _organs(choice: Choice) -> Chosen:
    known = [(str(place.id), place.organ.name) for place in choice.territory.places.values()]
    return Chosen(choices=[("all", _("everything in reach")), *known], label=_("organ"), empty_label=None)
