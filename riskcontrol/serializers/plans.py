"""A measure that risk proposes, in the API (Art. 9)."""

from __future__ import annotations

from enforcement.serializers.free_text import FreeText
from foundation.endpoints.serializers import KeyField, ThingSerializer
from riskcontrol.models import RiskPlan


class PlanSerializer(ThingSerializer):
    organ, counterpart, officer, guidance, inspection = (KeyField(read_only=True) for _n in range(5))
    drop_text = FreeText()

    class Meta:
        model = RiskPlan
        fields = [
            "organ", "counterpart", "level", "measure", "state", "proposed_on", "due_on", "officer", "guidance",
            "inspection", "ended_on", "drop_reason", "drop_text",
        ]  # fmt: skip
