"""A version of the weights, and whom it would move (Art. 9)."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from enforcement.lists.case_cells import masked_counterpart
from foundation.actors import Actor
from foundation.endpoints.serializers import ThingSerializer
from foundation.permissions import Permission
from riskcontrol.lists.weights import in_order
from riskcontrol.models import WeightSet
from riskcontrol.reports.preview import LEVELS, Preview


class WeightSetSerializer(ThingSerializer):
    weights = serializers.SerializerMethodField()

    class Meta:
        model = WeightSet
        fields = ("number", "state", "begins_on", "from_medium", "from_high", "weights", "reason", "edited_by",
                  "approved_by", "approved_on")  # fmt: skip

    @extend_schema_field(serializers.DictField(child=serializers.IntegerField()))
    def get_weights(self, found: WeightSet) -> dict[str, int]:
        return in_order(found.weights)


class LevelCountShape(serializers.Serializer[Any]):
    level = serializers.CharField()
    before = serializers.IntegerField()
    after = serializers.IntegerField()


class MovedShape(serializers.Serializer[Any]):
    counterpart = serializers.CharField()
    name = serializers.CharField()
    score = serializers.IntegerField()
    new_score = serializers.IntegerField()
    level = serializers.CharField()
    new_level = serializers.CharField()


class WeightPreviewShape(serializers.Serializer[Any]):
    """``counted`` of ``total`` counterparts within reach; those who fall do so after two clean reviews."""

    counted = serializers.IntegerField()
    total = serializers.IntegerField()
    rising = serializers.IntegerField()
    falling = serializers.IntegerField()
    levels = LevelCountShape(many=True)
    first = MovedShape(many=True)


def preview_body(found: Preview, actor: Actor) -> dict[str, Any]:
    """The preview as a machine reads it; names as the caller may read them."""
    named = actor.may(Permission.COUNTERPART_READ)
    return {
        "counted": found.counted,
        "total": found.total,
        "rising": found.rising,
        "falling": found.falling,
        "levels": [
            {"level": level, "before": found.before.get(level, 0), "after": found.after.get(level, 0)}
            for level in LEVELS
        ],
        "first": [
            {
                "counterpart": str(moved.counterpart.pk),
                "name": moved.counterpart.name
                if named
                else masked_counterpart((moved.counterpart.name, moved.counterpart.kind))[0],
                "score": moved.score,
                "new_score": moved.new_score,
                "level": moved.level,
                "new_level": moved.new_level,
            }
            for moved in found.first
        ],
    }
