"""A training in the API with those who attended, and the hours of officers (Art. 7)."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from enforcement.models import Attendance, TrainingSession
from foundation.endpoints.serializers import KeyField, ThingSerializer


class AttendanceSerializer(serializers.ModelSerializer[Attendance]):
    officer = KeyField(read_only=True)
    name = serializers.CharField(source="officer.name", read_only=True)

    class Meta:
        model = Attendance
        fields = ["officer", "name", "hours", "note"]


class TrainingSerializer(ThingSerializer):
    organ = KeyField(read_only=True)
    attendances = AttendanceSerializer(many=True, read_only=True)

    class Meta:
        model = TrainingSession
        fields = [
            "title", "kind", "topic", "held_on", "hours", "place", "content", "state", "organ", "attendances",
        ]  # fmt: skip


class HoursShape(serializers.Serializer[Any]):
    officer = serializers.CharField()
    name = serializers.CharField()
    year = serializers.IntegerField()
    hours = serializers.DecimalField(max_digits=6, decimal_places=1)
    service_hours = serializers.DecimalField(max_digits=6, decimal_places=1)
    missing = serializers.DecimalField(max_digits=6, decimal_places=1)
