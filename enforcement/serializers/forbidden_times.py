"""Times, emergencies and signals in the API (Art. 6)."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from enforcement.models import EmergencyOverride, LocalBan, QuietPeriod, TimeSignal
from enforcement.vocabulary import QuietException, TimedAct
from foundation.endpoints.serializers import KeyField, ObstacleShape, ThingSerializer


class TimeCheckBody(serializers.Serializer[Any]):
    act = serializers.ChoiceField(TimedAct.choices)
    organ = serializers.CharField()
    at = serializers.DateTimeField()
    urgent = serializers.BooleanField(required=False)
    exception = serializers.ChoiceField(QuietException.choices, required=False, allow_null=True)


class TimeCheckAnswer(serializers.Serializer[Any]):
    allowed = serializers.BooleanField()
    obstacles = ObstacleShape(many=True)
    next_allowed_at = serializers.DateTimeField(allow_null=True)


class QuietPeriodSerializer(ThingSerializer):
    region = KeyField(read_only=True)
    organ = KeyField(read_only=True)

    class Meta:
        model = QuietPeriod
        fields = [
            "name_zh", "name_en", "region", "organ", "from_day", "to_day", "first_of_month", "last_of_month",
            "weekdays", "acts", "exceptions", "citation",
        ]  # fmt: skip


class LocalBanSerializer(ThingSerializer):
    region = KeyField(read_only=True)
    organ = KeyField(read_only=True)

    class Meta:
        model = LocalBan
        fields = [
            "name_zh", "name_en", "region", "organ", "from_day", "to_day", "starts_at", "ends_at", "acts",
            "citation",
        ]  # fmt: skip


_LOOKED_AT = ["organ", "thing", "title", "state", "seen_by", "seen_at", "remark", "recorded_by"]


class EmergencySerializer(ThingSerializer):
    organ = KeyField(read_only=True)
    approver = KeyField(read_only=True)
    recorded_by = KeyField(read_only=True)
    seen_by = KeyField(read_only=True)

    class Meta:
        model = EmergencyOverride
        fields = [*_LOOKED_AT, "act", "acted_at", "codes", "reason", "approver"]


class TimeSignalSerializer(ThingSerializer):
    organ = KeyField(read_only=True)
    recorded_by = KeyField(read_only=True)
    seen_by = KeyField(read_only=True)

    class Meta:
        model = TimeSignal
        fields = [*_LOOKED_AT, "kind", "stated_at", "recorded_at", "reason"]
