"""The resource /leniency-assessments/: of a case, which is stored, or of bare facts (Art. 10 para. 1)."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from rest_framework.response import Response

from foundation.acts import Act
from foundation.endpoints.resource import Resource
from foundation.permissions import Permission
from leniency.api.asked_schema import QuestionSchema
from leniency.api.questions import ask
from leniency.forms.assessing import ASSESS
from leniency.lists.assessments import LENIENCY_ASSESSMENTS
from leniency.models import LeniencyAssessment
from leniency.serializers.answers import answer_as_json
from leniency.serializers.assessments import AssessmentSerializer


class AssessmentResource(Resource):
    """POST a case and its assessment is stored; POST a matter with facts and nothing is."""

    permission = Permission.LENIENCY_READ
    spec = LENIENCY_ASSESSMENTS
    serializer_class = AssessmentSerializer
    create_act = ASSESS
    basename = "leniency-assessment"
    schema = QuestionSchema()

    @property
    def reads_persons(self) -> bool:
        return self.actor.may(Permission.COUNTERPART_READ)

    def rows(self) -> Any:
        return LeniencyAssessment.objects.select_related("case").prefetch_related("results")

    def do(self, act: Act, *, thing: Any = None, data: Any = None) -> Response | HttpResponse:
        body = self.request.data if data is None else data
        if isinstance(body, dict) and body.get("case") is None:
            return Response(answer_as_json(ask(body, by=self.actor, at=self.now)))
        return super().do(act, thing=thing, data=data)
