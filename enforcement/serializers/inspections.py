"""An inspection in the API; what the firm says of it is in nobody's API (Art. 6)."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from enforcement.models import Inspection, InspectionCap
from foundation.endpoints.serializers import KeyField, ThingSerializer


class InspectionSerializer(ThingSerializer):
    organ = KeyField(read_only=True)
    counterpart = KeyField(read_only=True)
    approver = KeyField(read_only=True)
    case = KeyField(read_only=True)
    joined_to = KeyField(read_only=True)
    officers = serializers.SerializerMethodField()
    matters = serializers.SerializerMethodField()
    verify_url = serializers.SerializerMethodField()

    class Meta:
        model = Inspection
        fields = [
            "number", "organ", "counterpart", "state", "origin", "plan_reference", "approver", "purpose", "basis",
            "why_on_site", "exception", "exempt_reason", "planned_at", "joined_to", "code", "code_expires_at",
            "verify_url", "started_at", "certificates_shown", "check_in", "is_emergency", "late_reason", "ended_at",
            "note", "note_sign", "witness", "result", "remarks", "case", "officers", "matters",
        ]  # fmt: skip

    def get_verify_url(self, inspection: Any) -> str:
        """What the firm opens, typed or as the picture of the code."""
        return str(self.context["request"].build_absolute_uri(inspection.verify_url))

    def get_officers(self, inspection: Any) -> list[str]:
        return [str(row.officer_id) for row in inspection.officers.all()]

    def get_matters(self, inspection: Any) -> list[dict[str, str]]:
        return [{"matter": str(i.matter_id), "finding": i.finding} for i in inspection.items.all()]


class CompanionSerializer(serializers.ModelSerializer[Inspection]):
    """No more than is needed to go together: whose visit, and when."""

    id = serializers.CharField()
    organ = serializers.CharField(source="organ.name")

    class Meta:
        model = Inspection
        fields = ["id", "number", "organ", "planned_at"]


class CapSerializer(ThingSerializer):
    organ = KeyField(read_only=True, allow_null=True)

    class Meta:
        model = InspectionCap
        fields = ["organ", "year", "times", "published_on"]
