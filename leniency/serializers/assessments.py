"""Assessments in the API: per entry whether it applies, per condition its value and what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from foundation.endpoints.serializers import KeyField, ThingSerializer
from leniency.models import LeniencyAssessment
from leniency.reports.explaining import ExplainedEntry, explain_candidate, explain_result
from leniency.reports.grounds import explain_grounds
from leniency.services import Evaluated
from leniency.vocabulary import Conclusion, Verdict

ANSWERS = {Verdict.FAILS: "does_not_apply", Verdict.UNKNOWN: "unknown"}


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
    answer = serializers.ChoiceField(["applies", "may_apply", "does_not_apply", "unknown"])
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
        "answer": _answer(entry),
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


def _answer(entry: ExplainedEntry) -> str:
    """What binds ``applies``; where the organ may choose, it ``may_apply`` (Penalty Law, Art. 33(1))."""
    if entry.applies != Verdict.HOLDS:
        return ANSWERS[entry.applies]
    return "may_apply" if entry.consequence == Conclusion.MAY_NOT else "applies"


def evaluation_as_json(found: Evaluated) -> dict[str, Any]:
    """Bare facts held against the lists: nothing is stored, so there is no id."""
    explained = [
        explain_candidate(c.entry, c.in_force_on, r)
        for c, r in zip(found.candidates, found.assessment.results, strict=True)
    ]
    return {
        "id": None,
        "url": None,
        "violation_on": found.violation_on,
        "decision_on": found.decision_on,
        "conclusion": found.assessment.conclusion,
        "could_be": found.assessment.could_be or "",
        "grounds": _grounds(g.as_dict() for g in found.assessment.grounds),
        "results": entries_as_json(explained),
    }


def _grounds(kept: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    return [
        {
            "ground": g.ground.value,
            "text": str(g.ground.label),
            "verdict": g.verdict.value,
            "conclusion": g.conclusion.value,
            "citation": g.citation,
        }
        for g in explain_grounds(kept)
    ]


class AssessmentSerializer(ThingSerializer):
    case = KeyField(read_only=True)
    chosen_entry = KeyField(read_only=True)
    grounds = serializers.SerializerMethodField()
    results = serializers.SerializerMethodField()

    class Meta:
        model = LeniencyAssessment
        fields = [
            "case", "assessed_at", "violation_on", "decision_on", "conclusion", "could_be", "chosen_entry",
            "choice_reason", "grounds", "results",
        ]  # fmt: skip

    def to_representation(self, thing: Any) -> Any:
        """Reasons may name persons: who may not read counterparts does not read them."""
        found = super().to_representation(thing)
        if not self.context["view"].reads_persons:
            found["choice_reason"] = ""
        return found

    def get_grounds(self, thing: Any) -> list[dict[str, str]]:
        return _grounds(thing.grounds)

    @extend_schema_field(AssessedEntryShape(many=True))
    def get_results(self, thing: Any) -> list[dict[str, Any]]:
        return entries_as_json(explain_result(r, r.conditions) for r in thing.results.all())
