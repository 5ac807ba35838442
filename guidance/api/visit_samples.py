"""The resource /visit-draws/: the lots that were drawn, so that anybody can draw them again (Art. 8 (8))."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from foundation.endpoints.resource import Resource
from foundation.permissions import Permission
from guidance.lists.visit_samples import VISIT_SAMPLES
from guidance.models import VisitSample
from guidance.serializers.visit_samples import VisitPlanSerializer, VisitSampleSerializer
from guidance.services.visits.coming import visit_plan


class VisitSampleResource(Resource):
    """Draws of return visits: among which cases, for what share, by which seed."""

    permission = Permission.VISIT_READ
    spec = VISIT_SAMPLES
    serializer_class = VisitSampleSerializer
    basename = "visit-draw"

    def rows(self) -> Any:
        return VisitSample.objects.select_related("organ")

    @extend_schema(responses=VisitPlanSerializer)
    @action(detail=False, methods=["get"])
    def coming(self, _request: Request) -> Response:
        """What the planner would do next, and why; nothing is stored."""
        self.actor.require(self.permission)
        return Response(VisitPlanSerializer(visit_plan(self.actor, at=self.now)).data)
