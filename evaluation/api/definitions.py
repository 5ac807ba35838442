"""The resources /evaluation/indicators/ with the rows behind each, and /evaluation/periods/ (Art. 4)."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from drf_spectacular.utils import OpenApiTypes, extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from evaluation.api.choice import CHOOSING, chosen
from evaluation.lists.evidence import evidence_list
from evaluation.lists.indicators import INDICATOR_LIST, PERIOD_LIST
from evaluation.reports.measures import MEASURES
from evaluation.serializers import IndicatorSerializer, PeriodSerializer
from foundation.endpoints.listing import list_body
from foundation.endpoints.resource import Resource
from foundation.permissions import Permission


class ByCode(Resource):
    """A resource whose things are called by their code."""

    lookup_value_regex = "[0-9A-Za-z-]{1,10}"

    def _key(self, pk: Any) -> Any:
        return str(pk)


class IndicatorResource(ByCode):
    """Definitions: article, formula, weight, floor and target, smallest number of rows."""

    permission = Permission.EVALUATION_READ
    spec = INDICATOR_LIST
    serializer_class = IndicatorSerializer
    basename = "evaluation-indicator"

    @extend_schema(parameters=CHOOSING, responses={200: OpenApiTypes.OBJECT})
    @action(detail=True, methods=["get"])
    def evidence(self, request: Request, pk: Any = None, **_kwargs: Any) -> Response:
        """The rows behind the figure of an organ and period, masked; each says whether it counts."""
        indicator = self.find(pk)
        if indicator.pk not in MEASURES:
            raise Http404
        spec = evidence_list(indicator, chosen(request, self.actor))
        body = list_body(spec, request, actor=self.actor, at=self.now, url_of=self._row_url(spec))
        return Response(body)

    def _row_url(self, spec: Any) -> Any:
        return lambda key: self.request.build_absolute_uri(spec.url_of(key)) if spec.row_url else None


class PeriodResource(ByCode):
    """Months, quarters, halves and years that can be evaluated."""

    permission = Permission.EVALUATION_READ
    spec = PERIOD_LIST
    serializer_class = PeriodSerializer
    basename = "evaluation-period"
