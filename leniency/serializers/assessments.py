"""Assessments in the API: per entry whether it applies, per condition its value and what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from foundation.endpoints.serializers import KeyField, ThingSerializer
from leniency.models import LeniencyAssessment
from leniency.reports.explaining import ExplainedEntry, explain_result
from leniency.serializers.answers import RESULTS, GroundShape, WeighedShape, grounds_as_json, result_of
from leniency.vocabulary import Conclusion, Verdict


class AssessedConditionShape(serializers.Serializer[Any]):
    condition = serializers.CharField()
    kind = serializers.CharField()
    text = serializers.CharField()
    verdict = serializers.ChoiceField(Verdict.choices)
    value = serializers.CharField()
    source = serializers.CharField()  # type: ignore[assignment]
    citation = serializers.CharField()
    missing = serializers.CharField()


class AssessedEntryShape(serializers.Serializer[Any]):
    entry = serializers.CharField()
    code = serializers.CharField()
    revision = serializers.IntegerField()
    violation = serializers.CharField()
    type = serializers.CharField()
    law = serializers.CharField()
    in_force_on = serializers.CharField()
    answer = serializers.ChoiceField(RESULTS)
    conclusion = serializers.ChoiceField(Conclusion.choices)
    missing = serializers.ListField(child=serializers.CharField())
    conditions = AssessedConditionShape(many=True)


def entries_as_json(entries: Iterable[ExplainedEntry]) -> list[dict[str, Any]]:
    """Explained entries as the API gives them."""
    return [_entry(entry) for entry in entries]


def _entry(entry: ExplainedEntry) -> dict[str, Any]:
    return {
        "entry": str(entry.id),
        "code": entry.code,
        "revision": entry.revision,
        "violation": entry.violation,
        "type": entry.type.value,
        "law": entry.law,
        "in_force_on": entry.in_force_on.value,
        "answer": result_of(entry),
        "conclusion": entry.consequence.value,
        "missing": [c.missing for c in entry.missing],
        "conditions": [
            {
                "condition": str(c.id),
                "kind": c.kind,
                "text": c.text,
                "verdict": c.verdict.value,
                "value": c.value,
                "source": c.source,
                "citation": c.citation,
                "missing": c.missing,
            }
            for c in entry.conditions
        ],
    }


class AssessmentSerializer(ThingSerializer):
    case = KeyField(read_only=True)
    chosen_entry = KeyField(read_only=True)
    grounds = serializers.SerializerMethodField()
    weighed = WeighedShape(read_only=True)
    results = serializers.SerializerMethodField()

    class Meta:
        model = LeniencyAssessment
        fields = [
            "case", "assessed_at", "violation_on", "decision_on", "conclusion", "could_be", "chosen_entry",
            "choice_reason", "grounds", "weighed", "results",
        ]  # fmt: skip

    def to_representation(self, thing: Any) -> Any:
        """Reasons may name persons: who may not read counterparts does not read them."""
        found = super().to_representation(thing)
        if not self.context["view"].reads_persons:
            found["choice_reason"] = ""
        return found

    @extend_schema_field(GroundShape(many=True))
    def get_grounds(self, thing: Any) -> list[dict[str, str]]:
        return grounds_as_json(thing.grounds)

    @extend_schema_field(AssessedEntryShape(many=True))
    def get_results(self, thing: Any) -> list[dict[str, Any]]:
        return entries_as_json(explain_result(r, r.conditions) for r in thing.results.all())
