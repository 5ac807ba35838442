"""A reconsideration or suit in the API (Art. 6)."""

from __future__ import annotations

from enforcement.models import Remedy
from foundation.endpoints.serializers import KeyField, ThingSerializer


class RemedySerializer(ThingSerializer):
    case, organ, recorded_by = (KeyField(read_only=True) for _n in range(3))
    answer_document = KeyField(read_only=True, allow_null=True)

    class Meta:
        model = Remedy
        fields = [
            "case", "organ", "kind", "state", "body", "number", "filed_on", "grounds", "recorded_by", "accepted_on",
            "copy_received_on", "course", "answer_by", "answered_on", "answer_papers", "answer_document",
            "stopped_on", "stop_ground", "stop_reason", "resumed_on", "result", "decision_number", "ended_on",
            "ruling_received_on", "reason",
        ]  # fmt: skip
