"""The resources /inspections/ and /public/inspection-caps/ (Art. 6)."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from enforcement.forms.inspections import INSPECTION_ACTS, ON_SPOT, PLAN
from enforcement.lifecycle import INSPECTION_LIFECYCLE
from enforcement.lists.inspections import INSPECTION_LIST, PUBLIC_CAPS
from enforcement.models import Inspection
from enforcement.serializers.inspections import CapSerializer, CompanionSerializer, InspectionSerializer
from enforcement.services.inspections import companions_for
from foundation.endpoints.public import PublicResource
from foundation.endpoints.resource import Resource
from foundation.permissions import Permission


class InspectionResource(Resource):
    """Inspections from plan to conclusion; what could not be planned is registered at the door by ``on-spot/``."""

    permission = Permission.INSPECTION_READ
    spec = INSPECTION_LIST
    serializer_class = InspectionSerializer
    create_act = PLAN
    other_creations = {"on_spot": ON_SPOT}
    acts = INSPECTION_ACTS
    lifecycle = INSPECTION_LIFECYCLE
    basename = "inspection"

    def rows(self) -> Any:
        return Inspection.objects.with_everything()

    @extend_schema(responses=CompanionSerializer(many=True))
    @action(detail=True, methods=["get"])
    def companions(self, _request: Request, pk: Any = None, **_kwargs: Any) -> Response:
        """Visits of the same firm by other organs that this one can be joined to."""
        return Response(CompanionSerializer(companions_for(self.find(pk)), many=True).data)


class PublicCapResource(PublicResource):
    """How often each organ visits one firm in a year at most, as it was published."""

    spec = PUBLIC_CAPS
    serializer_class = CapSerializer
    basename = "public-inspection-cap"
