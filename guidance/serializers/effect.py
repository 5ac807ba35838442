"""The effect of guidance as JSON: every figure with what it is counted of (Art. 8)."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from guidance.reports.effect import EffectReport, Figures
from guidance.vocabulary import EffectCut


class EffectFiguresShape(serializers.Serializer[Any]):
    total = serializers.IntegerField()
    effective = serializers.IntegerField()
    shown = serializers.IntegerField(help_text="effective, with words that show it or a second look")
    partly = serializers.IntegerField()
    ineffective = serializers.IntegerField()
    watched = serializers.IntegerField(
        help_text="of one counterpart in one matter: only these can come up again"
    )
    recurred = serializers.IntegerField(help_text="a new case of both at the same organ within a year")
    share = serializers.FloatField(allow_null=True)
    recurrence = serializers.FloatField(allow_null=True)


class EffectLineShape(serializers.Serializer[Any]):
    cut = serializers.ChoiceField(EffectCut.choices)
    key = serializers.CharField()
    name_zh = serializers.CharField()
    name_en = serializers.CharField()
    figures = EffectFiguresShape()


class EffectShape(serializers.Serializer[Any]):
    since = serializers.DateField()
    until = serializers.DateField()
    total = EffectFiguresShape()
    lines = EffectLineShape(many=True)


_NAMES = (
    "total",
    "effective",
    "shown",
    "partly",
    "ineffective",
    "watched",
    "recurred",
    "share",
    "recurrence",
)


def effect_body(report: EffectReport) -> dict[str, Any]:
    """What ``EffectShape`` describes."""
    return {
        "since": report.since.isoformat(),
        "until": report.until.isoformat(),
        "total": _figures(report.total),
        "lines": [
            {
                "cut": line.cut,
                "key": line.key,
                "name_zh": line.names[0] if line.names else "",
                "name_en": line.names[1] if line.names else "",
                "figures": _figures(line.figures),
            }
            for line in report.lines
        ],
    }


def _figures(figures: Figures) -> dict[str, Any]:
    return {name: getattr(figures, name) for name in _NAMES}
