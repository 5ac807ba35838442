"""A public text in the API: for those who write it, and, as an edition alone, for everybody (Art. 4)."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from enforcement.lists.public_penalties import morning_of
from enforcement.models import Publication, PublicEdition
from foundation.endpoints.serializers import KeyField, ThingSerializer


class EditionSerializer(serializers.ModelSerializer[PublicEdition]):
    class Meta:
        model = PublicEdition
        fields = ["number", "party", "violation", "basis", "result", "published_on", "correction_reason"]


class PublicationSerializer(ThingSerializer):
    case, measure, inspection, organ, drafted_by, approved_by = (KeyField(read_only=True) for _n in range(6))
    decision = serializers.CharField(source="thing.number", read_only=True)
    concerns = serializers.ListField(child=serializers.CharField(), read_only=True)
    editions = EditionSerializer(many=True, read_only=True)

    class Meta:
        model = Publication
        fields = [
            "decision", "kind", "case", "measure", "inspection", "organ", "state", "decided_on", "publish_by", "party",
            "violation", "basis", "result", "concerns", "masking", "drafted_by", "drafted_on", "correction_reason",
            "approved_by", "approved_on", "published_on", "until_on", "withdraw_by", "withdrawn_on",
            "withdrawal_reason", "ended_on", "end_applied_on", "withheld_ground", "closing_reason", "undone_as",
            "undone_on", "undone_ruling", "editions",
        ]  # fmt: skip


class PublicPenaltySerializer(ThingSerializer):
    """Only what stands in the edition, and days: nothing here moves when the file moves."""

    number = serializers.CharField(source="case.decision.number", read_only=True)
    party = serializers.CharField(source="edition.party", read_only=True)
    violation = serializers.CharField(source="edition.violation", read_only=True)
    basis = serializers.CharField(source="edition.basis", read_only=True)
    result = serializers.CharField(source="edition.result", read_only=True)
    edition = serializers.IntegerField(source="edition.number", read_only=True)
    correction_reason = serializers.CharField(source="edition.correction_reason", read_only=True)
    matter = KeyField(source="case.matter", read_only=True)
    matter_name_zh = serializers.CharField(source="case.matter.name_zh", read_only=True)
    matter_name_en = serializers.CharField(source="case.matter.name_en", read_only=True)
    organ = KeyField(read_only=True)
    organ_name_zh = serializers.CharField(source="organ.name_zh", read_only=True)
    organ_name_en = serializers.CharField(source="organ.name_en", read_only=True)
    created_at = serializers.DateTimeField(source="edition.created_at", read_only=True)
    updated_at = serializers.DateTimeField(source="edition.updated_at", read_only=True)

    class Meta:
        model = Publication
        fields = [
            "number", "party", "violation", "basis", "result", "edition", "correction_reason", "matter",
            "matter_name_zh", "matter_name_en", "organ", "organ_name_zh", "organ_name_en", "decided_on",
            "published_on", "until_on", "created_at", "updated_at",
        ]  # fmt: skip


class PublicResultSerializer(ThingSerializer):
    """Only what stands in the edition, and days; the matter of a measure stands in its text."""

    number = serializers.CharField(read_only=True)
    party = serializers.CharField(source="edition.party", read_only=True)
    violation = serializers.CharField(source="edition.violation", read_only=True)
    basis = serializers.CharField(source="edition.basis", read_only=True)
    result = serializers.CharField(source="edition.result", read_only=True)
    edition = serializers.IntegerField(source="edition.number", read_only=True)
    correction_reason = serializers.CharField(source="edition.correction_reason", read_only=True)
    organ = KeyField(read_only=True)
    organ_name_zh = serializers.CharField(source="organ.name_zh", read_only=True)
    organ_name_en = serializers.CharField(source="organ.name_en", read_only=True)
    created_at = serializers.DateTimeField(source="edition.created_at", read_only=True)
    updated_at = serializers.DateTimeField(source="edition.updated_at", read_only=True)

    class Meta:
        model = Publication
        fields = [
            "number", "kind", "party", "violation", "basis", "result", "edition", "correction_reason", "organ",
            "organ_name_zh", "organ_name_en", "decided_on", "published_on", "until_on", "created_at", "updated_at",
        ]  # fmt: skip


class PublicWithdrawalSerializer(ThingSerializer):
    """That it was withdrawn and why: not what had been published."""

    number = serializers.CharField(source="case.decision.number", read_only=True)
    organ = KeyField(read_only=True)
    organ_name_zh = serializers.CharField(source="organ.name_zh", read_only=True)
    organ_name_en = serializers.CharField(source="organ.name_en", read_only=True)
    reason = serializers.CharField(source="withdrawal_reason", read_only=True)
    created_at = serializers.DateTimeField(source="edition.created_at", read_only=True)
    updated_at = serializers.SerializerMethodField()

    class Meta:
        model = Publication
        fields = [
            "number", "organ", "organ_name_zh", "organ_name_en", "decided_on", "withdrawn_on", "reason", "created_at",
            "updated_at",
        ]  # fmt: skip

    def get_updated_at(self, row: Any) -> str:
        return morning_of(row.withdrawn_on).isoformat()


class PublicResultWithdrawalSerializer(PublicWithdrawalSerializer):
    number = serializers.CharField(read_only=True)

    class Meta(PublicWithdrawalSerializer.Meta):
        fields = ["kind", *PublicWithdrawalSerializer.Meta.fields]
