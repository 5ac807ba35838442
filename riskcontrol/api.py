"""Risk control for machines: risk points, scores with their inputs, and the published list (Art. 9)."""

from __future__ import annotations

from typing import Any

from foundation.endpoints.public import PublicResource
from foundation.endpoints.resource import Resource
from foundation.permissions import Permission
from riskcontrol.forms.points import DRAFT_POINT, EDIT_POINT, POINT_ACTS
from riskcontrol.lifecycle import POINT_LIFECYCLE
from riskcontrol.lists.points import POINT_LIST, PUBLIC_POINT_LIST, published_points
from riskcontrol.lists.watch import WATCH_LIST
from riskcontrol.models import CounterpartRisk, RiskPoint
from riskcontrol.serializers import CounterpartRiskSerializer, PointSerializer, PublicPointSerializer


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


class PublicRiskPointResource(PublicResource):
    """The published list, for everybody."""

    basename = "public-risk-points"
    spec = PUBLIC_POINT_LIST
    serializer_class = PublicPointSerializer

    def rows(self) -> Any:
        return published_points().prefetch_related("causes", "measures")
