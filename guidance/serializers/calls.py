"""A call before a licence expires, in the API (Art. 8 (3))."""

from __future__ import annotations

from rest_framework import serializers

from enforcement.lists.case_cells import masked_counterpart
from enforcement.serializers.free_text import FreeText
from foundation.endpoints.serializers import KeyField, ThingSerializer
from foundation.permissions import Permission
from guidance.models import ExpiryCall


class CallSerializer(ThingSerializer):
    organ, licence, called_by = (KeyField(read_only=True) for _n in range(3))
    counterpart = serializers.CharField(source="licence.counterpart_id", read_only=True)
    name = serializers.SerializerMethodField()
    note = FreeText()

    class Meta:
        model = ExpiryCall
        fields = [
            "organ", "licence", "counterpart", "name", "expires_on", "state", "outcome", "note", "called_by",
            "called_at",
        ]  # fmt: skip

    def get_name(self, call: ExpiryCall) -> str:
        party = call.licence.counterpart
        reads = self.context["actor"].may(Permission.COUNTERPART_READ)
        return party.name if reads else masked_counterpart((party.name, party.kind))[0]
