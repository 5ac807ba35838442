"""A deadline and how it came about, in the API."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from enforcement.rules.reckoning import Reckoning
from enforcement.vocabulary import Law, Unit


class QuestionSerializer(serializers.Serializer[Any]):
    """For the schema: the form does the work."""

    law = serializers.ChoiceField(Law.choices)
    days = serializers.IntegerField(min_value=1, max_value=1000)
    suspended = serializers.ListField(
        child=serializers.ListField(child=serializers.DateField(), min_length=2, max_length=2), required=False
    )

    def get_fields(self) -> dict[str, Any]:
        return {**super().get_fields(), "from": serializers.DateField()}


class ReckoningSerializer(serializers.Serializer[Reckoning]):
    due_on = serializers.DateField()
    unit = serializers.ChoiceField(Unit.choices)
    steps = serializers.ListField(child=serializers.CharField(), source="texts")
    citation = serializers.CharField()
