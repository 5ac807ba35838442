"""A draw of return visits, and what the planner would do next, in the API (Art. 8 (8))."""

from __future__ import annotations

from rest_framework import serializers

from foundation.endpoints.serializers import KeyField, ThingSerializer
from guidance.models import VisitSample


class VisitSampleSerializer(ThingSerializer):
    organ = KeyField(read_only=True)

    class Meta:
        model = VisitSample
        fields = [
            "organ", "procedure", "first_on", "last_on", "drawn_at", "seed", "percent", "total", "visited",
            "candidates", "cases",
        ]  # fmt: skip


class ToPlanSerializer(serializers.Serializer):
    case = serializers.CharField(source="case.pk")
    number = serializers.CharField(source="case.number")
    reasons = serializers.ListField(child=serializers.CharField())
    due_on = serializers.DateField()


class ToAssignSerializer(serializers.Serializer):
    visit = serializers.CharField(source="visit.pk")
    due_on = serializers.DateField(source="visit.due_on")
    looked_for_on = serializers.DateField()


class ToDrawSerializer(serializers.Serializer):
    procedure = serializers.CharField()
    percent = serializers.IntegerField()
    candidates = serializers.IntegerField()


class VisitPlanSerializer(serializers.Serializer):
    to_plan = ToPlanSerializer(many=True)
    to_assign = ToAssignSerializer(many=True)
    to_draw = ToDrawSerializer(many=True)
    drawn_from = serializers.DateField()
    drawn_until = serializers.DateField()
