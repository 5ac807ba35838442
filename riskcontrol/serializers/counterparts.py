"""The risk of a counterpart (Art. 9)."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from enforcement.lists.case_cells import masked_counterpart
from foundation.endpoints.serializers import ThingSerializer
from foundation.permissions import Permission
from riskcontrol.lists.watch import InputShape, explained
from riskcontrol.models import CounterpartRisk
from riskcontrol.rules.relief import reliefs
from riskcontrol.rules.scoring import FROM_HIGH, FROM_MEDIUM, HIGHEST


class ReliefShape(serializers.Serializer[Any]):
    text = serializers.CharField()
    points = serializers.IntegerField()


class HistoryShape(serializers.Serializer[Any]):
    on = serializers.DateField()
    score = serializers.IntegerField()
    level = serializers.CharField()


class FormulaShape(serializers.Serializer[Any]):
    version = serializers.IntegerField()
    lowest = serializers.IntegerField()
    highest = serializers.IntegerField()
    medium_from = serializers.IntegerField()
    high_from = serializers.IntegerField()


class CounterpartRiskSerializer(ThingSerializer):
    """A score with every input, so that anybody can add it up again."""

    name = serializers.SerializerMethodField()
    inputs = serializers.SerializerMethodField()
    reliefs = serializers.SerializerMethodField()
    history = serializers.SerializerMethodField()
    formula = serializers.SerializerMethodField()
    created_at = None
    updated_at = None
    common = ("id", "url")  # type: ignore[assignment]  # it is computed, so it has no stamps

    class Meta:
        model = CounterpartRisk
        fields = ("counterpart", "name", "level", "score", "assessed_at", "changed_at", "inputs", "reliefs",
                  "history", "formula")  # fmt: skip

    def get_name(self, risk: CounterpartRisk) -> str:
        known = risk.counterpart
        if self.context["actor"].may(Permission.COUNTERPART_READ):
            return str(known.name)
        return str(masked_counterpart((known.name, known.kind))[0])

    @extend_schema_field(InputShape(many=True))
    def get_inputs(self, risk: CounterpartRisk) -> list[dict[str, Any]]:
        return explained(risk.inputs)

    @extend_schema_field(ReliefShape(many=True))
    def get_reliefs(self, risk: CounterpartRisk) -> list[dict[str, Any]]:
        return [{"text": str(r.text), "points": r.points} for r in reliefs(row[0] for row in risk.inputs)]

    @extend_schema_field(HistoryShape(many=True))
    def get_history(self, risk: CounterpartRisk) -> list[dict[str, Any]]:
        rows = risk.counterpart.risk_history.order_by("-on").values("on", "score", "level")
        return [dict(row) for row in rows[:50]]

    @extend_schema_field(FormulaShape)
    def get_formula(self, risk: CounterpartRisk) -> dict[str, int]:
        return {
            "version": risk.model_version,
            "lowest": 0,
            "highest": HIGHEST,
            "medium_from": FROM_MEDIUM,
            "high_from": FROM_HIGH,
        }
