"""A yearly report in the API, for its organ and for everybody (Art. 4; PUB-5)."""

from __future__ import annotations

from rest_framework import serializers

from enforcement.models import YearlyReport
from foundation.endpoints.serializers import KeyField, ThingSerializer


class YearlyReportSerializer(ThingSerializer):
    organ, recorded_by = KeyField(read_only=True), KeyField(read_only=True)

    class Meta:
        model = YearlyReport
        fields = ["organ", "year", "published_on", "address", "file_name", "sha256", "note", "recorded_by"]


class PublicYearlyReportSerializer(ThingSerializer):
    organ = KeyField(read_only=True)
    organ_name_zh = serializers.CharField(source="organ.name_zh", read_only=True)
    organ_name_en = serializers.CharField(source="organ.name_en", read_only=True)

    class Meta:
        model = YearlyReport
        fields = [
            "organ", "organ_name_zh", "organ_name_en", "year", "published_on", "address", "file_name", "sha256",
            "note", "created_at", "updated_at",
        ]  # fmt: skip
