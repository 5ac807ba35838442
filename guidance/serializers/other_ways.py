"""A way that an organ defined itself, in the API (Art. 8, last paragraph)."""

from __future__ import annotations

from rest_framework import serializers

from foundation.endpoints.serializers import KeyField, ThingSerializer
from guidance.models import OtherField, OtherWay


class OtherFieldShape(serializers.ModelSerializer[OtherField]):
    id = serializers.CharField(source="pk", read_only=True)

    class Meta:
        model = OtherField
        fields = ["id", "key", "label_zh", "label_en", "kind", "choices", "stage", "is_required"]


class OtherWaySerializer(ThingSerializer):
    organ, replaces = (KeyField(read_only=True) for _n in range(2))
    fields_asked = OtherFieldShape(source="fields", many=True, read_only=True)

    class Meta:
        model = OtherWay
        fields = [
            "name_zh", "name_en", "description", "edition", "state", "organ", "replaces", "in_use_on", "retired_on",
            "fields_asked",
        ]  # fmt: skip
