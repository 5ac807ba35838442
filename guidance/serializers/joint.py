"""An invitation to a joint interview in the API, as the invited organ meets it (Art. 8 (7))."""

from __future__ import annotations

from rest_framework import serializers

from enforcement.serializers.free_text import FreeText
from foundation.endpoints.serializers import KeyField, ThingSerializer
from guidance.models import InterviewInvitation


class InvitationSerializer(ThingSerializer):
    action, organ, officer, asked_by, answered_by = (KeyField(read_only=True) for _n in range(5))
    lead = serializers.CharField(source="action.organ_id", read_only=True)
    task, note = FreeText(), FreeText()

    class Meta:
        model = InterviewInvitation
        fields = [
            "action", "lead", "organ", "task", "state", "officer", "asked_by", "asked_at", "answered_by", "answered_at",
            "note",
        ]  # fmt: skip
