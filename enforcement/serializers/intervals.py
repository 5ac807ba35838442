"""Stops and extensions of the time to decide in the API."""

from __future__ import annotations

from rest_framework import serializers

from enforcement.models import CaseInterval
from foundation.endpoints.serializers import KeyField, MaskedField, ThingSerializer
from foundation.permissions import Permission


def hidden(_text: str) -> str:
    """Free text may name persons: it is for who reads counterparts."""
    return ""


class IntervalSerializer(ThingSerializer):
    case = KeyField(read_only=True)
    case_number = serializers.CharField(source="case.number", read_only=True)
    asked_by = KeyField(read_only=True)
    answered_by = KeyField(read_only=True)
    reason = MaskedField(Permission.COUNTERPART_READ, hidden)
    answer = MaskedField(Permission.COUNTERPART_READ, hidden)

    class Meta:
        model = CaseInterval
        fields = [
            "case", "case_number", "kind", "state", "begins_on", "ends_on", "days", "step", "approver", "reason",
            "asked_by", "asked_on", "answered_by", "answered_on", "answer",
        ]  # fmt: skip
