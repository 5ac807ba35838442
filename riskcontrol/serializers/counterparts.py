"""The risk of a counterpart (Art. 9)."""

from __future__ import annotations

from typing import Any

from django.utils.functional import cached_property
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from enforcement.lists.case_cells import masked_counterpart
from foundation.endpoints.serializers import ThingSerializer
from foundation.permissions import Permission
from riskcontrol.lists.moves import ChangeShape, changes_told
from riskcontrol.lists.watch import InputShape, explained
from riskcontrol.models import CounterpartRisk, RiskMove
from riskcontrol.reports.formulas import formula_numbered
from riskcontrol.rules.formulas import HIGHEST, Formula
from riskcontrol.rules.relief import reliefs


class ReliefShape(serializers.Serializer[Any]):
    text = serializers.CharField()
    points = serializers.IntegerField()


class HistoryShape(serializers.Serializer[Any]):
    on = serializers.DateField()
    score = serializers.IntegerField()
    level = serializers.CharField()


class MoveShape(serializers.ModelSerializer[Any]):
    class Meta:
        model = RiskMove
        fields = (
            "on",
            "before",
            "after",
            "reason",
            "changes",
            "score_before",
            "score",
            "model_version",
            "review_on",
        )


class RiskMoveSerializer(ThingSerializer):
    """One move of a counterpart, and the inputs that changed with it."""

    changes = serializers.SerializerMethodField()
    created_at = None
    updated_at = None
    common = ("id", "url")  # type: ignore[assignment]  # written once, on its day

    class Meta:
        model = RiskMove
        fields = ("counterpart", "on", "before", "after", "reason", "changes", "score_before", "score",
                  "model_version", "review_on")  # fmt: skip

    @extend_schema_field(ChangeShape(many=True))
    def get_changes(self, move: RiskMove) -> list[dict[str, Any]]:
        return changes_told(move.changes)


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
    moves = serializers.SerializerMethodField()
    formula = serializers.SerializerMethodField()
    created_at = None
    updated_at = None
    common = ("id", "url")  # type: ignore[assignment]  # it is computed, so it has no stamps

    class Meta:
        model = CounterpartRisk
        fields = ("counterpart", "name", "level", "score", "assessed_at", "changed_at", "calm", "inputs",
                  "reliefs", "history", "moves", "formula")  # fmt: skip

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
        steps = reliefs((row[0] for row in risk.inputs), self._formula(risk).weights)
        return [{"text": str(step.text), "points": step.points} for step in steps]

    @extend_schema_field(HistoryShape(many=True))
    def get_history(self, risk: CounterpartRisk) -> list[dict[str, Any]]:
        rows = risk.counterpart.risk_history.order_by("-on").values("on", "score", "level")
        return [dict(row) for row in rows[:50]]

    @extend_schema_field(MoveShape(many=True))
    def get_moves(self, risk: CounterpartRisk) -> Any:
        known: Any = risk.counterpart
        return MoveShape(known.risk_moves.all()[:50], many=True).data

    @extend_schema_field(FormulaShape)
    def get_formula(self, risk: CounterpartRisk) -> dict[str, int]:
        return {
            "version": risk.model_version,
            "lowest": 0,
            "highest": HIGHEST,
            "medium_from": self._formula(risk).from_medium,
            "high_from": self._formula(risk).from_high,
        }

    @cached_property
    def _formulas(self) -> dict[int, Formula]:
        return {}

    def _formula(self, risk: CounterpartRisk) -> Formula:
        number = risk.model_version
        if number not in self._formulas:
            self._formulas[number] = formula_numbered(number)
        return self._formulas[number]
