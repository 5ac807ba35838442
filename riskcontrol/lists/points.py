"""The list of risk points, for officers and for everybody (Art. 9)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, ModelChoiceFilter
from rest_framework import serializers

from enforcement.lists.case_cells import either_name, text_key
from enforcement.models import Field
from enforcement.vocabulary import CounterpartKind, Industry
from foundation.lists import Column, Kind, ListSpec, RowContext
from foundation.lists.filters import DayFilter
from foundation.lists.wording import list_text
from foundation.permissions import Permission
from guidance.vocabulary import Way
from riskcontrol.models import PointEdition, RiskPoint
from riskcontrol.vocabulary import POINT_TONES, RANK, TONES, Level, Month, PointState

_CODES = serializers.ListField(child=serializers.CharField())
_MONTHS = serializers.ListField(child=serializers.IntegerField())


def ranked_points() -> QuerySet[Any]:
    """All risk points, with the rank of their level to sort by."""
    return RiskPoint.objects.annotate(rank=_rank())


def ranked_editions() -> Any:
    """Every edition that was ever published."""
    return PointEdition.objects.annotate(rank=_rank())


def _rank() -> Case:
    ranks = [When(level=level, then=Value(rank)) for level, rank in RANK.items()]
    return Case(*ranks, default=Value(0), output_field=IntegerField())


def search_points(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    """By code, name or basis."""
    named = Q(name_zh__icontains=text) | Q(name_en__icontains=text)
    return rows.filter(Q(code__istartswith=text) | named | Q(basis__icontains=text))


def level_tone(level: str, _context: RowContext | None = None) -> str:
    return TONES[level].value


def state_tone(state: str, _context: RowContext | None = None) -> str:
    return POINT_TONES[state].value


def season_words(months: list[int], _context: RowContext | None = None) -> str:
    """The months of high season in words; all year when none stands out."""
    return list_text(Month(m).label for m in months) if months else str(_("all year"))


class SeasonFilter(ChoiceFilter):
    """Risk points whose high season holds a month, or lasts all year."""

    def filter(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        if not value:
            return queryset
        rows = queryset.order_by().values_list("pk", "season_months")
        return queryset.filter(pk__in=[pk for pk, months in rows if not months or int(value) in months])


class InForceFilter(DayFilter):
    """What was the published list at the end of a day."""

    def __init__(self) -> None:
        super().__init__(timed=False, label=_("in force on"))

    def filter(self, queryset: Any, value: date | None) -> QuerySet[Any]:
        return queryset if value is None else queryset.in_force(value)


def field_filter(path: str = "field") -> ModelChoiceFilter:
    """By a field of enforcement; ``path`` leads to it."""
    return ModelChoiceFilter(
        field_name=path,
        queryset=lambda _request: Field.objects.order_by("code"),
        label=_("field"),
        empty_label=_("All"),
    )


def _joined(choices: Any) -> Any:
    words = dict(choices.choices)
    return lambda codes, _context: list_text(words[code] for code in codes if code in words)


def _listed(texts: list[str], _context: RowContext) -> str:
    return list_text(texts)


_NUMBER = (Column("edition", _("edition"), kind=Kind.NUMBER, page=False),)
_EDITION = (
    Column("number", _("edition"), kind=Kind.NUMBER, page=False),
    Column("ended_on", _("replaced or withdrawn on"), kind=Kind.DATE, page=False),
)


def _columns(*, public: bool) -> tuple[Column, ...]:
    own = (
        Column("state", _("state"), kind=Kind.BADGE, choices=PointState, filter="choices", tone=state_tone),
        Column("level_source", _("level set"), page=False),
        Column("review_due_on", _("next review"), kind=Kind.DEADLINE),
    )
    return (
        Column("code", _("code"), kind=Kind.LINK, sort="code"),
        Column("name", _("risk point"), ("name_zh", "name_en"), build=either_name, api=False),
        Column("name_zh", _("name (Chinese)"), page=False, export=False),
        Column("name_en", _("name (English)"), page=False, export=False),
        Column("field", _("field"), ("field__name_zh", "field__name_en"), build=either_name,
               filter=field_filter()),
        Column("field_id", _("field"), build=text_key, page=False, export=False),
        Column("matter_id", _("matter"), build=text_key, page=False, export=False),
        Column("level", _("risk level"), kind=Kind.BADGE, choices=Level, filter="choices", sort="rank",
               tone=level_tone),
        *(() if public else own),
        Column("season_months", _("high season"), display=season_words, schema=_MONTHS),
        Column("industries", _("industries"), page=False, display=_joined(Industry), schema=_CODES),
        Column("ways", _("suggested ways"), page=False, display=_joined(Way), schema=_CODES),
        Column("kinds", _("kinds of counterparts"), page=False, display=_joined(CounterpartKind), schema=_CODES),
        Column("licences", _("licences"), page=False, display=_listed, schema=_CODES),
        Column("basis", _("legal basis"), page=False),
        *(_EDITION if public else _NUMBER),
        Column("published_on", _("published on"), kind=Kind.DATE, page=False),
        Column("is_sample", _("sample"), kind=Kind.BOOL, page=False),
    )  # fmt: skip


POINT_LIST = ListSpec(
    name="risk-points",
    title=_("Risk points"),
    columns=_columns(public=False),
    queryset=ranked_points,
    default_ordering="code",
    permission=Permission.RISK_READ,
    search=search_points,
    filters={"month": SeasonFilter(choices=Month.choices, label=_("high season in"), empty_label=_("All"))},
    row_url="riskcontrol:point_detail",
)

PUBLIC_POINT_LIST = ListSpec(
    name="public-risk-points",
    title=_("Published risk points"),
    columns=_columns(public=True),
    queryset=ranked_editions,
    default_ordering="-level",
    permission=None,
    public=True,
    search=search_points,
    filters={
        "as_of": InForceFilter(),
        "month": SeasonFilter(choices=Month.choices, label=_("high season in"), empty_label=_("All")),
    },
    row_url="riskcontrol:public_point",
)


def public_points_on(day: date) -> ListSpec:
    """The editions in force on a day: what is shown when nobody names another."""
    return replace(PUBLIC_POINT_LIST, queryset=lambda: ranked_editions().in_force(day))
