"""Indicators and periods as JSON (Art. 4)."""

from __future__ import annotations

from rest_framework import serializers

from evaluation.models import EvaluationPeriod, Indicator
from evaluation.reports.measures import MEASURES
from foundation.endpoints.serializers import ThingSerializer


class IndicatorSerializer(ThingSerializer):
    measured = serializers.SerializerMethodField()
    floor = serializers.FloatField(allow_null=True)
    target = serializers.FloatField(allow_null=True)

    class Meta:
        model = Indicator
        fields = [
            "code", "article", "name_zh", "name_en", "formula_zh", "formula_en", "guard_zh", "guard_en",
            "weight", "direction", "unit", "floor", "target", "minimum_n", "measured",
        ]  # fmt: skip

    def get_measured(self, indicator: Indicator) -> bool:
        return indicator.code in MEASURES


class PeriodSerializer(ThingSerializer):
    class Meta:
        model = EvaluationPeriod
        fields = ["code", "kind", "start", "end"]
