"""Departures from the discretion benchmark in the API."""

from __future__ import annotations

from rest_framework import serializers

from enforcement.models import BandDeparture
from enforcement.serializers.free_text import FreeText
from foundation.endpoints.serializers import KeyField, ThingSerializer


class DepartureSerializer(ThingSerializer):
    case = KeyField(read_only=True)
    case_number = serializers.CharField(source="case.number", read_only=True)
    asked_by = KeyField(read_only=True)
    answered_by = KeyField(read_only=True, allow_null=True)
    reason = FreeText()
    answer = FreeText()

    class Meta:
        model = BandDeparture
        fields = [
            "case", "case_number", "state", "tier", "fine", "ground", "reason", "approver", "asked_by", "asked_on",
            "answered_by", "answered_on", "answer",
        ]  # fmt: skip


class DepartureShape(serializers.ModelSerializer[BandDeparture]):
    """A departure as its case shows it."""

    id = serializers.CharField(source="pk", read_only=True)
    asked_by = KeyField(read_only=True)
    answered_by = KeyField(read_only=True, allow_null=True)
    reason = FreeText()
    answer = FreeText()

    class Meta:
        model = BandDeparture
        fields = [
            "id", "state", "tier", "fine", "ground", "reason", "approver", "asked_by", "asked_on", "answered_by",
            "answered_on", "answer",
        ]  # fmt: skip
