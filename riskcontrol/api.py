"""Risk control for machines: risk points, scores with their inputs, and the published list (Art. 9)."""

from __future__ import annotations

from typing import Any

from django.utils.cache import (
    get_conditional_response,
    patch_cache_control,
    patch_vary_headers,
    set_response_etag,
)
from rest_framework.request import Request

from foundation.endpoints.resource import Resource
from foundation.permissions import Permission
from riskcontrol.forms.points import DRAFT_POINT, EDIT_POINT, POINT_ACTS
from riskcontrol.lifecycle import POINT_LIFECYCLE
from riskcontrol.lists.points import POINT_LIST, PUBLIC_POINT_LIST, published_points
from riskcontrol.lists.watch import WATCH_LIST
from riskcontrol.models import CounterpartRisk, RiskPoint
from riskcontrol.serializers import CounterpartRiskSerializer, PointSerializer, PublicPointSerializer

_KEPT_FOR = 300


class RiskPointResource(Resource):
    basename = "risk-points"
    permission = Permission.RISK_READ
    spec = POINT_LIST
    serializer_class = PointSerializer
    lifecycle = POINT_LIFECYCLE
    acts = {name: act for name, act in POINT_ACTS.items() if name != "edit"}
    create_act = DRAFT_POINT
    edit_act = EDIT_POINT

    def rows(self) -> Any:
        related = RiskPoint.objects.select_related("figures")
        return related.prefetch_related("causes", "measures")


class CounterpartRiskResource(Resource):
    basename = "counterpart-risks"
    permission = Permission.RISK_READ
    spec = WATCH_LIST
    serializer_class = CounterpartRiskSerializer

    def rows(self) -> Any:
        return CounterpartRisk.objects.select_related("counterpart")


class PublicRiskPointResource(Resource):
    """Open to everybody, from any site, and kept by caches for some minutes."""

    basename = "public-risk-points"
    public = True
    authentication_classes: Any = ()
    spec = PUBLIC_POINT_LIST
    serializer_class = PublicPointSerializer

    def rows(self) -> Any:
        return published_points().prefetch_related("causes", "measures")

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        answer = super().finalize_response(request, response, *args, **kwargs)
        answer["Access-Control-Allow-Origin"] = "*"
        if request.method not in ("GET", "HEAD") or answer.status_code != 200:
            return answer
        patch_cache_control(answer, public=True, max_age=_KEPT_FOR)
        patch_vary_headers(answer, ["Accept-Language"])
        answer.render()
        if not answer.has_header("ETag"):
            set_response_etag(answer)
        return get_conditional_response(request._request, etag=answer["ETag"], response=answer)
