"""POST /deadlines/: the end of a period and how it comes about; nothing is stored."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from enforcement.forms.deadlines import CALCULATE
from enforcement.lists.profiles import PROFILE_LIST
from enforcement.serializers.deadlines import QuestionSerializer, ReckoningSerializer
from foundation.acts import perform
from foundation.endpoints.binding import bind
from foundation.endpoints.resource import Resource
from foundation.permissions import Permission


class DeadlineResource(Resource):
    """The deadline calculator; open to whoever reads what is enforced."""

    permission = Permission.MATTER_READ
    spec = PROFILE_LIST
    basename = "deadline"

    @extend_schema(request=QuestionSerializer, responses=ReckoningSerializer)
    def reckon(self, request: Request) -> Response:
        form = bind(CALCULATE, request.data, actor=self.actor, at=self.now)
        found = perform(CALCULATE, form.service_data(), by=self.actor, at=self.now)
        return Response(ReckoningSerializer(found).data)
