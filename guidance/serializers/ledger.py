"""A row of the ledger in the API (Art. 8)."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from foundation.endpoints.serializers import KeyField, ThingSerializer
from guidance.models import LedgerRow


class LedgerSerializer(ThingSerializer):
    organ = KeyField(read_only=True)

    class Meta:
        model = LedgerRow
        fields = [
            "organ", "serial", "held_on", "way", "method", "audience", "content", "people", "copies", "result", "note",
            "removed_at", "removal_reason",
        ]  # fmt: skip


class SheetShape(serializers.Serializer[Any]):
    file = serializers.FileField()


class CountShape(serializers.Serializer[Any]):
    rows = serializers.IntegerField()
