"""Coercion in the API; free text only to who may read counterparts (Art. 5, 10 (2))."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from enforcement.models import CoerciveExecution, CoerciveMeasure, SeizedItem, TestingTime
from enforcement.serializers.cases import FreeText
from foundation.endpoints.serializers import KeyField, ThingSerializer


class SeizedItemSerializer(serializers.ModelSerializer[SeizedItem]):
    id = serializers.CharField(source="pk", read_only=True)
    name = FreeText()
    condition = FreeText()
    kept_at = FreeText()
    photo = KeyField(read_only=True, allow_null=True)

    class Meta:
        model = SeizedItem
        fields = [
            "id", "name", "mark", "quantity", "unit", "condition", "photo", "kept_at", "is_related",
            "is_necessity", "held_by_other", "fate", "dealt_on", "receipt",
        ]  # fmt: skip


class TestingTimeSerializer(serializers.ModelSerializer[TestingTime]):
    __test__ = False

    class Meta:
        model = TestingTime
        fields = ["what", "started_on", "ended_on", "told_on"]


class ExecutionSerializer(serializers.ModelSerializer[CoerciveExecution]):
    demand = FreeText()
    defence = FreeText()
    defence_answer = FreeText()
    hides_assets = FreeText()
    clears_at_once = FreeText()
    agreement = FreeText()

    class Meta:
        model = CoerciveExecution
        fields = [
            "demand_served_on", "demand_until", "demand", "defence", "defence_answer", "hides_assets",
            "clears_at_once", "announced_on", "remedies_until", "remedy_pending", "supervisor", "budget",
            "cost", "agreed_on", "agreement", "waives_surcharge", "suspended_on", "suspension_ground",
            "no_evident_harm",
        ]  # fmt: skip


class CoercionDeadlineSerializer(serializers.Serializer[Any]):
    code = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    due_on = serializers.DateField()
    met_on = serializers.DateField(allow_null=True)
    citation = serializers.CharField()


class CoercionSerializer(ThingSerializer):
    case = KeyField(read_only=True)
    case_number = serializers.CharField(source="case", read_only=True)
    organ = KeyField(read_only=True)
    is_execution = serializers.BooleanField(read_only=True)
    means_tried = FreeText()
    why_useless = FreeText()
    alternative = FreeText()
    why_not_enough = FreeText()
    scope = FreeText()
    place = FreeText()
    urgent_reason = FreeText()
    site_note = FreeText()
    witness = FreeText()
    approval_note = FreeText()
    extension_reason = FreeText()
    end_reason = FreeText()
    prepared_by = KeyField(read_only=True)
    proposed_by = KeyField(read_only=True, allow_null=True)
    approved_by = KeyField(read_only=True, allow_null=True)
    extended_by = KeyField(read_only=True, allow_null=True)
    approve_by = serializers.DateTimeField(read_only=True, allow_null=True)
    items = SeizedItemSerializer(many=True, read_only=True)
    testings = TestingTimeSerializer(many=True, read_only=True)
    execution = ExecutionSerializer(read_only=True, allow_null=True, default=None)
    deadlines = serializers.SerializerMethodField()

    class Meta:
        model = CoerciveMeasure
        fields = [
            "number", "kind", "is_execution", "state", "case", "case_number", "organ", "means_tried",
            "why_useless", "alternative", "why_not_enough", "legal_basis", "basis_level", "scope", "place",
            "amount", "term_days", "planned_at", "cuts_utilities", "is_dwelling", "prepared_at", "prepared_by",
            "proposed_at", "proposed_by", "approved_at", "approved_by", "approval_note", "is_urgent",
            "urgent_reason", "approve_by", "applied_at", "site_steps", "party_attended", "witness", "site_note",
            "document_due_on", "document_served_on", "expires_on", "extended_on", "extended_by",
            "extension_days", "extension_reason", "over_on", "end_reason", "items", "testings", "execution",
            "deadlines",
        ]  # fmt: skip

    def get_deadlines(self, measure: Any) -> list[dict[str, Any]]:
        rows = [
            {"code": d.code, "label": d.label, "due_on": d.due_on, "met_on": d.met_on, "citation": d.citation}
            for d in measure.deadlines()
        ]
        return list(CoercionDeadlineSerializer(rows, many=True).data)
