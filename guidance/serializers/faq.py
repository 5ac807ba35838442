"""A frequent question in the API (Art. 8 (4))."""

from __future__ import annotations

from rest_framework import serializers

from foundation.endpoints.serializers import KeyField, ThingSerializer
from guidance.models import FaqEntry

WORDS = ["question_zh", "question_en", "answer_zh", "answer_en", "basis"]


class FaqSerializer(ThingSerializer):
    organ, field, action, asked, proposed_by, published_by = (KeyField(read_only=True) for _n in range(6))

    class Meta:
        model = FaqEntry
        fields = [
            *WORDS, "state", "organ", "field", "action", "asked", "proposed_by", "published_by",
            "published_on", "withdrawn_on",
        ]  # fmt: skip


class PublicFaqSerializer(ThingSerializer):
    """The organ stands for the answer; no officer is named."""

    organ, field = (KeyField(read_only=True) for _n in range(2))
    organ_name_zh = serializers.CharField(source="organ.name_zh", read_only=True)
    organ_name_en = serializers.CharField(source="organ.name_en", read_only=True)

    class Meta:
        model = FaqEntry
        fields = [*WORDS, "organ", "organ_name_zh", "organ_name_en", "field", "published_on"]
