"""Laws and their versions in the API (Art. 3, 10)."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from enforcement.models import Instrument, InstrumentVersion, ProvisionChange
from foundation.endpoints.serializers import KeyField, ThingSerializer


class ProvisionChangeSerializer(serializers.ModelSerializer[ProvisionChange]):
    provision = serializers.CharField(source="provision_id", read_only=True)
    article = serializers.CharField(source="provision.article", read_only=True)
    became: Any = KeyField(read_only=True)

    class Meta:
        model = ProvisionChange
        fields = ("provision", "article", "fate", "moved_to", "summary", "reason", "became")


class InstrumentSerializer(ThingSerializer):
    class Meta:
        model = Instrument
        fields = ("code", "name_zh", "name_en", "issuer", "effective_from", "repealed_on")


class InstrumentVersionSerializer(ThingSerializer):
    instrument = KeyField(read_only=True)
    changes = ProvisionChangeSerializer(many=True, read_only=True)

    class Meta:
        model = InstrumentVersion
        fields = (
            "instrument", "name", "valid_from", "source", "note", "state", "took_effect_at", "changes",
        )  # fmt: skip
