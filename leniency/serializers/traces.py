"""The leniency file of a case in the API: assessment, departures, the law beyond the lists, and what follows."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from enforcement.models import Case
from enforcement.serializers.free_text import FreeText, reads_persons
from foundation.endpoints.serializers import KeyField, ThingSerializer
from leniency.models import CorrectionCheck, EducationRecord, LeniencyChoice, OffListWaiver, Promise
from leniency.reports.not_opened import not_opened
from leniency.vocabulary import PriorKind


class ChoiceSerializer(ThingSerializer):
    case = KeyField(read_only=True)
    case_number = serializers.CharField(source="case.number", read_only=True)
    assessment = KeyField(read_only=True)
    entry = KeyField(read_only=True, allow_null=True)
    asked_by = KeyField(read_only=True)
    answered_by = KeyField(read_only=True, allow_null=True)
    reason = FreeText()
    answer = FreeText()

    class Meta:
        model = LeniencyChoice
        fields = [
            "case", "case_number", "assessment", "state", "entry", "cause", "reason", "asked_by", "asked_on",
            "answered_by", "answered_on", "answer",
        ]  # fmt: skip


class _Part(serializers.ModelSerializer[Any]):
    id = serializers.CharField(source="pk", read_only=True)


class ChoiceShape(_Part):
    entry = KeyField(read_only=True, allow_null=True)
    asked_by = KeyField(read_only=True)
    answered_by = KeyField(read_only=True, allow_null=True)
    reason = FreeText()
    answer = FreeText()

    class Meta:
        model = LeniencyChoice
        fields = [
            "id", "state", "entry", "cause", "reason", "asked_by", "asked_on", "answered_by", "answered_on", "answer",
        ]  # fmt: skip


class OffListShape(_Part):
    stated_by = KeyField(read_only=True)
    citation = serializers.CharField(read_only=True)
    elements = serializers.SerializerMethodField()

    class Meta:
        model = OffListWaiver
        fields = ["id", "ground", "citation", "elements", "stated_by", "stated_at"]

    def get_elements(self, row: OffListWaiver) -> dict[str, str]:
        """Reasons may name persons: who may not read counterparts learns which there are, not what they say."""
        return {code: text if reads_persons(self.context) else "" for code, text in row.elements.items()}


class EducationShape(_Part):
    given_by = KeyField(read_only=True)
    said = FreeText()

    class Meta:
        model = EducationRecord
        fields = ["id", "given_on", "given_by", "means", "said", "acknowledged"]


class CheckShape(_Part):
    checked_by = KeyField(read_only=True, allow_null=True)
    evidence = FreeText()

    class Meta:
        model = CorrectionCheck
        fields = ["id", "due_on", "checked_on", "checked_by", "result", "evidence"]


class PromiseShape(_Part):
    text = FreeText()
    signed_by = FreeText()

    class Meta:
        model = Promise
        fields = ["id", "state", "text", "correct_by", "drafted_on", "received_on", "signed_by", "ended_on"]


class NotOpenedShape(serializers.Serializer[Any]):
    """The trace of a clue that was not filed out of leniency: what bears it, and as what it counts later."""

    on = serializers.DateField()
    kind = serializers.ChoiceField(PriorKind.choices)
    ground = serializers.CharField()
    citation = serializers.CharField()
    entries = serializers.ListField(child=serializers.CharField())
    borne_by_law = serializers.BooleanField(source="is_borne_by_law")

    def to_representation(self, trace: Any) -> dict[str, Any]:
        told = {"on": trace.on.isoformat(), "kind": trace.kind.value, "ground": trace.ground}
        entries = [entry.entry_code for entry in trace.entries]
        return {
            **told,
            "citation": str(trace.citation),
            "entries": entries,
            "borne_by_law": trace.is_borne_by_law,
        }


class LeniencyCaseSerializer(ThingSerializer):
    """A case as leniency sees it; its acts are the transitions of this resource."""

    assessment = serializers.SerializerMethodField()
    choices = ChoiceShape(source="leniency_choices", many=True, read_only=True)
    off_list = OffListShape(source="off_list_waivers", many=True, read_only=True)
    educations = EducationShape(many=True, read_only=True)
    checks = CheckShape(source="correction_checks", many=True, read_only=True)
    promises = PromiseShape(many=True, read_only=True)
    not_filed = serializers.SerializerMethodField()

    class Meta:
        model = Case
        fields = [
            "number", "state", "outcome", "assessment", "choices", "off_list", "educations", "checks", "promises",
            "not_filed",
        ]  # fmt: skip

    @extend_schema_field(NotOpenedShape(allow_null=True))
    def get_not_filed(self, case: Case) -> Any:
        """What a clue that was let go out of leniency counts as in later look-backs."""
        trace = not_opened(case)
        return NotOpenedShape(trace).data if trace else None

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_assessment(self, case: Case) -> str | None:
        """The key of the latest assessment."""
        rows = sorted(row.pk for row in case.leniency_assessments.all())
        return str(rows[-1]) if rows else None
