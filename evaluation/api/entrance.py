"""The resource /evaluation/: where an evaluator's program begins (Art. 4)."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiTypes, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from foundation.endpoints.resource import Resource
from foundation.permissions import Permission

PARTS = {
    "indicators": "evaluation-indicator-list",
    "periods": "evaluation-period-list",
    "scorecards": "evaluation-scorecard-list",
}


class EntranceResource(Resource):
    """The addresses of the resources below this one."""

    permission = Permission.EVALUATION_READ
    basename = "evaluation"
    schema = AutoSchema()

    @extend_schema(operation_id="evaluation_list", tags=["evaluation"], responses={200: OpenApiTypes.OBJECT})
    def list(self, request: Request, **_kwargs: Any) -> Response:
        return Response({name: request.build_absolute_uri(reverse(url)) for name, url in PARTS.items()})
