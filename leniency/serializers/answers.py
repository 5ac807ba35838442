"""The answer to a question about bare facts: nothing of it is stored, so it has no key (Art. 10 para. 1)."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from leniency.reports.explaining import ExplainedEntry
from leniency.reports.grounds import explain_grounds
from leniency.reports.weighing import explained_entries
from leniency.services import Evaluated
from leniency.services.coming import Coming
from leniency.vocabulary import (
    Conclusion,
    Ground,
    Obligation,
    Surviving,
    Treatment,
    Verdict,
)

RESULTS = ("applies", "may_apply", "does_not_apply", "unknown")


class GroundShape(serializers.Serializer[Any]):
    ground = serializers.ChoiceField(Ground.choices)
    result = serializers.ChoiceField(Verdict.choices)
    citation = serializers.CharField()
    says = serializers.CharField()
    treatment = serializers.ChoiceField(Treatment.choices)


class AnsweredConditionShape(serializers.Serializer[Any]):
    fact = serializers.CharField()
    result = serializers.ChoiceField(Verdict.choices)
    says = serializers.CharField()
    kind = serializers.CharField()
    citation = serializers.CharField()


class AnsweredEntryShape(serializers.Serializer[Any]):
    entry = serializers.CharField()
    code = serializers.CharField()
    edition = serializers.CharField()
    violation = serializers.CharField()
    type = serializers.CharField()
    in_force_on = serializers.CharField()
    law = serializers.CharField()
    result = serializers.ChoiceField(RESULTS)
    conditions = AnsweredConditionShape(many=True)


class WeighedShape(serializers.Serializer[Any]):
    """What comes of lists and law together; assessments of earlier years do not tell it."""

    outcome = serializers.ChoiceField(Treatment.choices, required=False)
    could_be = serializers.ChoiceField(Treatment.choices, allow_blank=True, required=False)
    surviving = serializers.ListField(child=serializers.ChoiceField(Surviving.choices), required=False)
    obligations = serializers.ListField(child=serializers.ChoiceField(Obligation.choices), required=False)
    missing = serializers.ListField(child=serializers.CharField(), required=False)
    off_list = serializers.BooleanField(required=False)


class ComingShape(serializers.Serializer[Any]):
    """An entry of a published list that begins after the day of the decision, and is milder on the same facts."""

    entry = serializers.CharField()
    code = serializers.CharField()
    edition = serializers.CharField()
    violation = serializers.CharField()
    begins_on = serializers.DateField()
    conclusion = serializers.ChoiceField(Conclusion.choices)


class AnswerShape(serializers.Serializer[Any]):
    matter = serializers.CharField()
    act_on = serializers.DateField()
    decide_on = serializers.DateField()
    outcome = serializers.ChoiceField(Treatment.choices)
    could_be = serializers.ChoiceField(Treatment.choices, allow_blank=True)
    surviving = serializers.ListField(child=serializers.ChoiceField(Surviving.choices))
    obligations = serializers.ListField(child=serializers.ChoiceField(Obligation.choices))
    missing = serializers.ListField(child=serializers.CharField())
    off_list = serializers.BooleanField()
    grounds = GroundShape(many=True)
    entries = AnsweredEntryShape(many=True)
    coming = ComingShape(allow_null=True)


def answer_as_json(found: Evaluated) -> dict[str, Any]:
    """What the lists and the law say, with every ground, entry and condition."""
    assessment = found.assessment
    return {
        "matter": found.matter.code,
        "act_on": found.violation_on,
        "decide_on": found.decision_on,
        **assessment.as_weighed(),
        "grounds": grounds_as_json(ground.as_dict() for ground in assessment.grounds),
        "entries": [_entry(entry) for entry in explained_entries(found)],
        "coming": _coming(found.coming),
    }


def _coming(found: Coming | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "entry": str(found.entry.pk),
        "code": found.entry.code,
        "edition": str(found.entry.list),
        "violation": found.entry.violation,
        "begins_on": found.on,
        "conclusion": found.conclusion.value,
    }


def grounds_as_json(kept: Any) -> list[dict[str, str]]:
    """Grounds as the API gives them, with a sentence each."""
    return [
        {
            "ground": g.ground.value,
            "result": g.verdict.value,
            "citation": g.citation,
            "says": g.says,
            "treatment": g.treatment.value,
        }
        for g in explain_grounds(kept)
    ]


def result_of(entry: ExplainedEntry) -> str:
    """What binds ``applies``; where the organ may choose, it ``may_apply`` (Penalty Law, Art. 33(1))."""
    if entry.applies == Verdict.FAILS:
        return "does_not_apply"
    if entry.applies == Verdict.UNKNOWN:
        return "unknown"
    return "may_apply" if entry.consequence == Conclusion.MAY_NOT else "applies"


def _entry(entry: ExplainedEntry) -> dict[str, Any]:
    return {
        "entry": str(entry.id),
        "code": entry.code,
        "edition": entry.edition,
        "violation": entry.violation,
        "type": entry.type.value,
        "in_force_on": entry.in_force_on.value,
        "law": entry.law,
        "result": result_of(entry),
        "conditions": [
            {
                "fact": c.fact,
                "result": c.verdict.value,
                "says": c.says,
                "kind": c.kind,
                "citation": c.citation,
            }
            for c in entry.conditions
        ],
    }
