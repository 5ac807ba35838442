"""A milder means that was tried, in the API (Art. 5, 10 (2))."""

from __future__ import annotations

from rest_framework import serializers

from enforcement.serializers.cases import FreeText
from foundation.endpoints.serializers import KeyField, ThingSerializer
from guidance.models import MeansTried


class MeansSerializer(ThingSerializer):
    measure, action, named_by = (KeyField(read_only=True) for _n in range(3))
    number = serializers.CharField(source="action.number", read_only=True)
    way = serializers.CharField(source="action.way", read_only=True)
    why_not_enough = FreeText()

    class Meta:
        model = MeansTried
        fields = ["measure", "action", "number", "way", "why_not_enough", "named_by", "dropped_at"]
