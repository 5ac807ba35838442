"""What a counterpart was told of its score (Art. 9)."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from foundation.endpoints.serializers import ThingSerializer
from riskcontrol.lists.watch import InputShape, explained
from riskcontrol.models import RiskExplanation


class ExplanationSerializer(ThingSerializer):
    inputs = serializers.SerializerMethodField()

    class Meta:
        model = RiskExplanation
        fields = ("counterpart", "organ", "asked_on", "asked_by", "explained_on", "explained_by", "score", "level",
                  "calm", "inputs", "model_version")  # fmt: skip

    @extend_schema_field(InputShape(many=True))
    def get_inputs(self, told: RiskExplanation) -> list[dict[str, Any]]:
        return explained(told.inputs)
