"""The watch list: counterparts by risk, the greatest first, among those that the reader may meet (Art. 9)."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ModelChoiceFilter
from rest_framework import serializers

from enforcement.lists.case_cells import counterpart_name, either_name, masked_counterpart, text_key
from enforcement.lists.counterparts import search_counterparts
from enforcement.models import Counterpart
from enforcement.vocabulary import Industry
from foundation.lists import Column, Kind, ListSpec, RowContext
from foundation.permissions import Permission
from riskcontrol.lists.points import level_tone
from riskcontrol.models import CounterpartRisk, RiskPoint
from riskcontrol.models.profiles import concerned_by
from riskcontrol.rules.words import label_of, source_of
from riskcontrol.vocabulary import Level

Rows = list[list[Any]]
_SHOWN = 2


class InputShape(serializers.Serializer[Any]):
    code = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    value = serializers.IntegerField()
    weight = serializers.IntegerField()
    points = serializers.IntegerField()
    source = serializers.CharField()  # type: ignore[assignment]


class NameFilter(CharFilter):
    """By name as the registry finds it; only for who may see names."""

    def filter(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        if not value:
            return queryset
        found = search_counterparts(Counterpart.objects.all(), value)
        return queryset.filter(counterpart__in=found.values("pk"))


class PointFilter(ModelChoiceFilter):
    """Counterparts whom a risk point concerns, by its profile."""

    def __init__(self) -> None:
        super().__init__(
            queryset=lambda _request: RiskPoint.objects.order_by("code"),
            label=_("concerned by the risk point"),
            empty_label=_("All"),
        )

    def filter(self, queryset: QuerySet[Any], value: RiskPoint | None) -> QuerySet[Any]:
        return queryset if value is None else queryset.filter(concerned_by(value, path="counterpart__"))


def explained(rows: Rows, _context: RowContext | None = None) -> list[dict[str, Any]]:
    """Every input of a score: what it is, how often, how much each, and where it was counted."""
    return [
        {
            "code": code,
            "label": str(label_of(code)),
            "value": value,
            "weight": weight,
            "points": points,
            "source": str(source_of(code)),
        }
        for code, value, weight, points in rows
    ]


def _mainly(inputs: list[dict[str, Any]], _context: RowContext) -> str:
    """The inputs that raise the score most, in words."""
    raising = sorted((i for i in inputs if i["points"] > 0), key=lambda i: -i["points"])
    return "; ".join(str(i["label"]) for i in raising[:_SHOWN])


WATCH_LIST = ListSpec(
    name="counterpart-risks",
    title=_("Risk watch"),
    columns=(
        Column("name", _("counterpart"), ("counterpart__name", "counterpart__kind"), Kind.LINK,
               mask=(Permission.COUNTERPART_READ, masked_counterpart), build=counterpart_name,
               filter=NameFilter(label=_("name"), max_length=64)),
        Column("counterpart_id", _("counterpart"), build=text_key, page=False, export=False),
        Column("level", _("risk level"), kind=Kind.BADGE, choices=Level, filter="choices", tone=level_tone),
        Column("score", _("score"), kind=Kind.NUMBER, sort="score", filter="number"),
        Column("inputs", _("mainly because of"), build=explained, display=_mainly,
               schema=InputShape(many=True)),
        Column("industry", _("industry"), "counterpart__industry", choices=Industry, filter="choices"),
        Column("district", _("district"), ("counterpart__district__name_zh", "counterpart__district__name_en"),
               build=either_name),
        Column("changed_at", _("level since"), kind=Kind.DATE),
        Column("assessed_at", _("computed at"), kind=Kind.DATETIME, page=False),
        Column("model_version", _("version of the formula"), kind=Kind.NUMBER, page=False),
    ),
    queryset=CounterpartRisk.objects.all,
    default_ordering="-score",
    permission=Permission.RISK_READ,
    filters={"point": PointFilter()},
    row_url="riskcontrol:counterpart_detail",
)  # fmt: skip
