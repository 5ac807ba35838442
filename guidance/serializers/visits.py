"""A return visit in the API: what concerns the matter, nothing about officers' conduct."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from foundation.endpoints.serializers import KeyField, ThingSerializer
from guidance.models import ReturnVisit


class VisitSerializer(ThingSerializer):
    case_number = serializers.CharField(source="case.number", read_only=True)
    visitors = serializers.SerializerMethodField()
    case = KeyField(read_only=True)
    organ = KeyField(read_only=True)

    class Meta:
        model = ReturnVisit
        fields = [
            "case", "case_number", "organ", "round", "reasons", "state", "due_on", "planned_for", "assigned_at", "mode",
            "held_on", "held_time", "attempts", "rectified", "recurred", "difficulties", "guidance_wanted", "opinions",
            "satisfaction", "feedback", "closed_on", "visitors",
        ]  # fmt: skip

    def get_visitors(self, visit: Any) -> list[str]:
        return [str(person.officer_id) for person in visit.visitors.all()]
