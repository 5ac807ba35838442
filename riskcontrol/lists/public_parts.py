"""The two other lists that are published beside the risk points: causes, and measures (Art. 9)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enforcement.lists.case_cells import either_name
from foundation.lists import Column, Kind, ListSpec, RowContext
from riskcontrol.lists.points import InForceFilter, field_filter, level_tone
from riskcontrol.models import PublishedCause, PublishedMeasure
from riskcontrol.vocabulary import CauseKind, Level, Side


def search_parts(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    """By their own words, or by code or name of the risk point."""
    own = Q(text_zh__icontains=text) | Q(text_en__icontains=text)
    named = Q(edition__name_zh__icontains=text) | Q(edition__name_en__icontains=text)
    return rows.filter(own | named | Q(edition__code__istartswith=text))


def _part_tone(level: str, _context: RowContext) -> str:
    return level_tone(level) if level else "neutral"


def _level_words(level: str, _context: RowContext) -> str:
    """A measure that stands for no single level stands for each."""
    return str(Level(level).label if level else _("at each level"))


_POINT = (
    Column("code", _("code"), "edition__code", Kind.LINK, sort="edition__code"),
    Column("point", _("risk point"), ("edition__name_zh", "edition__name_en"), build=either_name),
    Column("field", _("field"), ("edition__field__name_zh", "edition__field__name_en"), build=either_name,
           filter=field_filter("edition__field"), page=False),
)  # fmt: skip
_DAYS = (
    Column("published_on", _("published on"), "edition__published_on", Kind.DATE, page=False),
    Column("ended_on", _("replaced or withdrawn on"), "edition__ended_on", Kind.DATE, page=False),
)

PUBLIC_CAUSES = ListSpec(
    name="public-risk-causes",
    title=_("Published causes of risks"),
    columns=(
        *_POINT,
        Column("kind", _("kind of cause"), choices=CauseKind, filter="choices"),
        Column(
            "text", pgettext_lazy("of a risk", "cause"), ("text_zh", "text_en"), build=either_name, wide=True
        ),
        *_DAYS,
    ),
    queryset=PublishedCause.objects.all,
    default_ordering="code",
    permission=None,
    public=True,
    search=search_parts,
    filters={"as_of": InForceFilter()},
    row_url="riskcontrol:public_cause",
)
PUBLIC_MEASURES = ListSpec(
    name="public-risk-measures",
    title=_("Published measures against risks"),
    columns=(
        *_POINT,
        Column(
            "level",
            _("at level"),
            kind=Kind.BADGE,
            choices=Level,
            filter="choices",
            tone=_part_tone,
            display=_level_words,
        ),
        Column("side", _("who does it"), choices=Side, filter="choices"),
        Column(
            "text",
            pgettext_lazy("against a risk", "measure"),
            ("text_zh", "text_en"),
            build=either_name,
            wide=True,
        ),
        *_DAYS,
    ),
    queryset=PublishedMeasure.objects.all,
    default_ordering="code",
    permission=None,
    public=True,
    search=search_parts,
    filters={"as_of": InForceFilter()},
    row_url="riskcontrol:public_measure",
)


def on_day(spec: ListSpec, day: date) -> ListSpec:
    """The rows of ``spec`` that were in force on a day."""
    return replace(spec, queryset=lambda: spec.queryset().in_force(day))  # type: ignore[attr-defined]
