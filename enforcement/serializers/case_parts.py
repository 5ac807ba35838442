"""What hangs on a case in the API: evidence, deadlines, what happened, comparable cases."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from rest_framework import serializers

from enforcement.models import Case, Evidence
from foundation.endpoints.serializers import KeyField


class EvidenceSerializer(serializers.ModelSerializer[Evidence]):
    id = serializers.CharField(source="pk", read_only=True)
    case = KeyField(read_only=True)
    collected_by = KeyField(read_only=True)
    verified_by = KeyField(read_only=True, allow_null=True)
    content_url = serializers.SerializerMethodField()

    class Meta:
        model = Evidence
        fields = [
            "id", "case", "kind", "title", "collected_on", "collected_by", "original_name", "content_type",
            "size", "sha256", "standing", "standing_reason", "verified_by", "verified_on", "content_url",
            "created_at", "updated_at",
        ]  # fmt: skip

    def get_content_url(self, evidence: Evidence) -> str:
        path = reverse("case-evidence-content", args=[evidence.case_id, evidence.pk])
        return str(self.context["request"].build_absolute_uri(path))


class DeadlineSerializer(serializers.Serializer[Any]):
    """A day to keep, and how it came about; ``is_over`` is time of the party that went by."""

    code = serializers.CharField(source="deadline.code")
    label = serializers.CharField(source="deadline.label")  # type: ignore[assignment]
    due_on = serializers.DateField(source="deadline.due_on")
    met_on = serializers.DateField(source="deadline.met_on", allow_null=True)
    days_left = serializers.SerializerMethodField()
    is_over = serializers.SerializerMethodField()
    citation = serializers.CharField(source="deadline.citation")
    steps = serializers.ListField(child=serializers.CharField())

    def get_days_left(self, explained: Any) -> int | None:
        return explained.deadline.days_left(self.context["today"])

    def get_is_over(self, explained: Any) -> bool:
        return explained.deadline.is_over(self.context["today"])


class HappeningSerializer(serializers.Serializer[Any]):
    id = serializers.CharField()
    at = serializers.DateTimeField()
    action = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    who = serializers.CharField()
    via = serializers.CharField()
    why = serializers.CharField(allow_blank=True)
    article = serializers.CharField(allow_blank=True)


class SimilarSerializer(serializers.ModelSerializer[Case]):
    """How a comparable case ended."""

    id = serializers.CharField(source="pk", read_only=True)
    organ = KeyField(read_only=True)
    penalty_kind = serializers.CharField(source="decision.penalty_kind", read_only=True)
    fine = serializers.DecimalField(
        source="decision.fine", max_digits=14, decimal_places=2, allow_null=True, read_only=True
    )
    tier = serializers.CharField(source="decision.tier", read_only=True)

    class Meta:
        model = Case
        fields = ["id", "number", "organ", "decided_on", "outcome", "penalty_kind", "fine", "tier"]
