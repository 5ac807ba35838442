"""The procedure of a field in the API: each parameter with its provision, or as a local setting (Art. 3, 6)."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from enforcement.lists.profile_cells import source_text, values_of
from enforcement.models import ProcedureProfile, ProfileExtension
from enforcement.rules.profiles import PARAMETERS
from foundation.endpoints.serializers import ThingSerializer


class ExtensionSerializer(serializers.ModelSerializer[ProfileExtension]):
    class Meta:
        model = ProfileExtension
        fields = ("position", "days", "approver")


class ParameterSerializer(serializers.Serializer[Any]):
    name = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    value = serializers.CharField()
    citation = serializers.CharField(allow_blank=True)
    is_local_setting = serializers.BooleanField()


class ProfileSerializer(ThingSerializer):
    field_code = serializers.CharField(source="code", read_only=True)
    extensions = ExtensionSerializer(source="steps", many=True, read_only=True)
    parameters = serializers.SerializerMethodField()

    class Meta:
        model = ProcedureProfile
        fields = (
            "field_code", "verification_days", "verification_extension_days", "verification_counting",
            "defence_days", "defence_counting", "review_days", "review_extension_days", "review_counting",
            "decision_days", "extensions", "excludes_suspension", "excludes_hearing",
            "excludes_announcement", "excludes_testing", "hearing_person_fine", "hearing_organisation_fine",
            "summary_filing_days", "summary_filing_counting", "parameters",
        )  # fmt: skip

    @extend_schema_field(ParameterSerializer(many=True))
    def get_parameters(self, row: ProcedureProfile) -> list[dict[str, Any]]:
        profile = row.as_rules()
        values = values_of(profile)
        return [
            {
                "name": name,
                "label": str(label),
                "value": _one_line(values[name]),
                "citation": source_text(profile, name),
                "is_local_setting": not source_text(profile, name),
            }
            for name, label in PARAMETERS.items()
        ]


def _one_line(value: Any) -> str:
    return "; ".join(value) if isinstance(value, list) else str(value)
