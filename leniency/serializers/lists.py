"""Lists and entries as single representations (Art. 10 para. 1)."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from foundation.endpoints.serializers import KeyField, ThingSerializer
from leniency.models import EntryCitation, LeniencyCondition, LeniencyEntry, LeniencyList
from leniency.reports.comparing import PARTS
from leniency.vocabulary import Difference


class ConditionShape(serializers.Serializer[Any]):
    id = serializers.CharField()
    kind = serializers.CharField()
    text = serializers.CharField()
    number = serializers.CharField(allow_null=True)
    choice = serializers.CharField()
    sameness = serializers.CharField()


class PartChangeShape(serializers.Serializer[Any]):
    name = serializers.ChoiceField(choices=[(name, name) for name in PARTS])
    before = serializers.CharField()
    after = serializers.CharField()


class EntryChangeShape(serializers.Serializer[Any]):
    code = serializers.CharField()
    title = serializers.CharField()
    difference = serializers.ChoiceField(choices=Difference.choices)
    parts = PartChangeShape(many=True)


class ComparisonSerializer(serializers.Serializer[Any]):
    """Two editions: how many entries differ, and each that does, part by part."""

    before = serializers.CharField(source="before.pk")
    after = serializers.CharField(source="after.pk")
    counts = serializers.DictField(child=serializers.IntegerField())
    entries = EntryChangeShape(source="differing", many=True)


class ListSerializer(ThingSerializer):
    organ = KeyField(read_only=True)
    field = KeyField(read_only=True)
    supersedes = KeyField(read_only=True)
    law = serializers.CharField(read_only=True)

    class Meta:
        model = LeniencyList
        fields = [
            "title_zh", "title_en", "type", "law", "field", "organ", "level", "edition", "document_number",
            "note_zh", "note_en", "state", "published_on", "effective_from", "effective_to", "repealed_on",
            "repeal_reason", "supersedes",
        ]  # fmt: skip


class CitationSerializer(serializers.ModelSerializer[EntryCitation]):
    """``ended_on`` is the last day of a provision that is not in force any more."""

    id = serializers.CharField(read_only=True)
    provision = serializers.CharField(source="provision_id", read_only=True)
    instrument = serializers.CharField(source="provision.instrument.code", read_only=True)
    article = serializers.CharField(source="provision.article", read_only=True)
    ended_on = serializers.DateField(source="provision.valid_to", read_only=True)

    class Meta:
        model = EntryCitation
        fields = ("id", "provision", "instrument", "article", "is_basis", "ended_on")


class EntrySerializer(ThingSerializer):
    list = KeyField(read_only=True)
    matter = KeyField(read_only=True)
    type = serializers.CharField(source="list.type", read_only=True)
    law = serializers.CharField(source="list.law", read_only=True)
    conditions = serializers.SerializerMethodField()
    citations = CitationSerializer(many=True, read_only=True)
    under_review = serializers.SerializerMethodField()

    class Meta:
        model = LeniencyEntry
        fields = [
            "code", "revision", "list", "type", "law", "matter", "violation_zh", "violation_en", "violated",
            "basis", "statutory_range", "correct_first", "conditions_zh", "conditions_en", "conditions",
            "follow_up_zh", "follow_up_en", "suspended_on", "suspension_reason",
            "citations", "under_review",
        ]  # fmt: skip

    @extend_schema_field(serializers.BooleanField())
    def get_under_review(self, entry: Any) -> bool:
        return any(review.concluded_on is None for review in entry.reviews.all())

    @extend_schema_field(ConditionShape(many=True))
    def get_conditions(self, entry: Any) -> Any:
        return [_condition(c) for c in entry.conditions.all()]


def _condition(condition: LeniencyCondition) -> dict[str, Any]:
    return {
        "id": str(condition.pk),
        "kind": condition.kind,
        "text": str(condition),
        "number": None if condition.number is None else str(condition.number),
        "choice": condition.choice,
        "sameness": condition.sameness,
    }
