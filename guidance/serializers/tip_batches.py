"""Tips to a group in the API (Art. 8 (3))."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from enforcement.lists.case_cells import masked_counterpart
from foundation.endpoints.serializers import KeyField, ThingSerializer
from foundation.permissions import Permission
from guidance.models import TipBatch, TipRecipient


class TipBatchSerializer(ThingSerializer):
    organ, field, matter, region, drafted_by, approved_by = (KeyField(read_only=True) for _n in range(6))

    class Meta:
        model = TipBatch
        fields = [
            "title", "neglected", "content", "reasons", "basis", "contact", "due_on", "organ", "field", "matter",
            "occasion", "formality",
            "kind", "industry", "region", "licence_name", "expires_from", "expires_to", "state",
            "drafted_by", "approved_by", "approved_at", "started_at", "finished_at", "total", "served", "on_paper",
        ]  # fmt: skip


class SampleShape(serializers.Serializer[Any]):
    counterpart = serializers.CharField(source="party.pk")
    name = serializers.CharField(source="party.name")
    text = serializers.CharField()
    has_contact = serializers.BooleanField()


class PreviewShape(serializers.Serializer[Any]):
    total = serializers.IntegerField()
    without_contact = serializers.IntegerField(source="without")
    samples = SampleShape(many=True)


class TipRecipientSerializer(ThingSerializer):
    batch, counterpart, action, delivery = (KeyField(read_only=True) for _n in range(4))
    name = serializers.SerializerMethodField()
    number = serializers.CharField(source="action.number", read_only=True)
    channel = serializers.CharField(source="delivery.channel", read_only=True)
    state = serializers.CharField(source="delivery.state", read_only=True)

    class Meta:
        model = TipRecipient
        fields = ["batch", "counterpart", "name", "action", "number", "delivery", "channel", "state"]

    def get_name(self, row: TipRecipient) -> str:
        party = row.counterpart
        reads = self.context["actor"].may(Permission.COUNTERPART_READ)
        return party.name if reads else masked_counterpart((party.name, party.kind))[0]
