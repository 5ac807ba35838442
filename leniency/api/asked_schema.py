"""How a question to the lists and its answer are described to other systems (Art. 10 para. 1)."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import OpenApiExample
from rest_framework import serializers

from foundation.endpoints.field_shapes import body_shape
from foundation.endpoints.schema import ResourceSchema
from leniency.forms.asking import ASK, FACTS
from leniency.serializers.answers import AnswerShape
from leniency.vocabulary import PriorKind
from leniency.vocabulary.questions import AskedSameness

MINOR = {
    "matter": "CG-001",
    "act_on": "2026-11-02",
    "decide_on": "2026-11-20",
    "facts": {
        "counterpart_kind": "person", "age": 30, "circumstances": "minor", "harm": "none",
        "corrected_in_time": True, "refused_correction": False,
    },
}  # fmt: skip
FIRST = {
    "matter": "SJ-001",
    "act_on": "2026-11-02",
    "facts": {
        "counterpart_kind": "organisation", "harm": "slight", "discovered_on": "2026-11-02",
        "corrected_on": "2026-11-04", "prior": [{"on": "2023-05-08", "kind": "waiver", "same": "matter"}],
    },
}  # fmt: skip


class PriorShape(serializers.Serializer[Any]):
    on = serializers.DateField()
    kind = serializers.ChoiceField(PriorKind.choices, required=False, allow_null=True)
    same = serializers.ChoiceField(AskedSameness.choices, required=False, allow_null=True)


def _question() -> Any:
    """The body: a case, or a matter with two days and facts, each of which may be left out."""
    asked = body_shape("leniency_question_fields", ASK)().fields
    facts: dict[str, Any] = {name: asked[name] for name in FACTS}
    facts["prior"] = PriorShape(many=True, required=False, allow_null=True)
    facts["findings"] = serializers.DictField(
        child=serializers.BooleanField(), required=False, allow_null=True
    )
    told = type("leniency_question_facts", (serializers.Serializer,), facts)
    heading = {
        "case": serializers.CharField(required=False, allow_null=True),
        "matter": serializers.CharField(required=False),
        "act_on": serializers.DateField(required=False),
        "decide_on": serializers.DateField(required=False, allow_null=True),
        "facts": told(required=False),
    }
    return type("leniency_assessment_create_body", (serializers.Serializer,), heading)


class QuestionSchema(ResourceSchema):
    """Knows that a question without a case is answered at once, and stores nothing."""

    def get_request_serializer(self) -> Any:
        return _question() if self.view.action == "create" else super().get_request_serializer()

    def get_response_serializers(self) -> Any:
        found = super().get_response_serializers()
        return {200: AnswerShape, **found} if self.view.action == "create" else found

    def get_description(self) -> str | None:  # type: ignore[override]
        if self.view.action == "create":
            return str(ASK.intro)
        return super().get_description()

    def get_examples(self) -> list[Any]:
        if self.view.action != "create":
            return []
        return [
            OpenApiExample("minor", value=MINOR, request_only=True),
            OpenApiExample("first", value=FIRST, request_only=True),
        ]
