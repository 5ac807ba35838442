"""Risk control for machines: risk points, scores with their inputs, and the published list (Art. 9)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpResponseBase
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from foundation.endpoints.listing import list_body
from foundation.endpoints.public import PublicResource
from foundation.endpoints.resource import Resource
from foundation.lists import ListSpec
from foundation.permissions import Permission
from riskcontrol.forms.campaigns import DRAFT_CAMPAIGN
from riskcontrol.forms.catalogues import CATALOGUE_ACTS
from riskcontrol.forms.counterparts import EXPLAIN_TO, EXPLANATION_ACTS
from riskcontrol.forms.plans import PLAN_ACTS
from riskcontrol.forms.points import DRAFT_POINT, EDIT_POINT, POINT_ACTS
from riskcontrol.forms.self_checks import ASK
from riskcontrol.forms.weights import DRAFT_WEIGHTS, EDIT_WEIGHTS, WEIGHT_ACTS
from riskcontrol.lifecycle import PLAN_LIFECYCLE, POINT_LIFECYCLE, WEIGHT_LIFECYCLE
from riskcontrol.lists.catalogues import CATALOGUE_LIST
from riskcontrol.lists.explanations import EXPLANATION_LIST
from riskcontrol.lists.moves import MOVE_LIST
from riskcontrol.lists.plans import PLAN_LIST
from riskcontrol.lists.points import POINT_LIST, PUBLIC_POINT_LIST, public_points_on, ranked_editions
from riskcontrol.lists.public_parts import PUBLIC_CAUSES, PUBLIC_MEASURES, on_day
from riskcontrol.lists.self_checks import CAMPAIGN_LIST, SELF_CHECK_LIST
from riskcontrol.lists.watch import WATCH_LIST
from riskcontrol.lists.weights import WEIGHT_LIST, rows_of_weights
from riskcontrol.models import (
    Campaign,
    CounterpartRisk,
    RiskCatalogue,
    RiskExplanation,
    RiskPlan,
    RiskPoint,
    SelfCheck,
)
from riskcontrol.reports.formulas import formula_on
from riskcontrol.reports.preview import preview_of
from riskcontrol.serializers.catalogues import CatalogueSerializer
from riskcontrol.serializers.counterparts import CounterpartRiskSerializer, RiskMoveSerializer
from riskcontrol.serializers.explanations import ExplanationSerializer
from riskcontrol.serializers.files import published_file, working_file
from riskcontrol.serializers.plans import PlanSerializer
from riskcontrol.serializers.points import (
    PointSerializer,
    PublicCauseSerializer,
    PublicMeasureSerializer,
    PublicPointSerializer,
)
from riskcontrol.serializers.self_checks import CampaignSerializer, SelfCheckSerializer
from riskcontrol.serializers.weights import WeightPreviewShape, WeightSetSerializer, preview_body


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
        return related.prefetch_related("causes", "measures", "editions", "quarters")


class CounterpartRiskResource(Resource):
    basename = "counterpart-risks"
    permission = Permission.RISK_READ
    spec = WATCH_LIST
    serializer_class = CounterpartRiskSerializer

    def rows(self) -> Any:
        return CounterpartRisk.objects.select_related("counterpart")


class RiskMoveResource(Resource):
    """Each move of a counterpart between levels, with its reason."""

    basename = "risk-moves"
    permission = Permission.RISK_READ
    spec = MOVE_LIST
    serializer_class = RiskMoveSerializer


class RiskExplanationResource(Resource):
    """What counterparts that asked were told of their scores; ``issue_document`` makes the letter."""

    basename = "risk-explanations"
    permission = Permission.RISK_READ
    spec = EXPLANATION_LIST
    serializer_class = ExplanationSerializer
    create_act = EXPLAIN_TO
    acts = EXPLANATION_ACTS

    def rows(self) -> Any:
        return RiskExplanation.objects.with_everything()


class RiskCatalogueResource(Resource):
    """The catalogue of a field: its reviews, its sheet, and the lists that are published of it."""

    basename = "risk-catalogues"
    permission = Permission.RISK_READ
    spec = CATALOGUE_LIST
    serializer_class = CatalogueSerializer
    acts = CATALOGUE_ACTS

    def rows(self) -> Any:
        return RiskCatalogue.objects.select_related("field").prefetch_related("reviews")

    @extend_schema(responses={(200, "application/octet-stream"): OpenApiTypes.BINARY})
    @action(detail=True, methods=["get"], url_path="files/(?P<form>docx|pdf|xlsx|sheet)")
    def content(self, _request: Request, pk: Any = None, form: str = "", **_kwargs: Any) -> HttpResponseBase:
        """What is published of it today, or as ``sheet`` the one that it is worked on."""
        found = self.find(pk)
        if form == "sheet":
            return working_file(found)
        return published_file(form, timezone.localdate(self.now), field=found.field_id)


class RiskWeightsResource(Resource):
    """The weights of the score, version by version; ``preview`` tells whom one would move."""

    basename = "risk-weights"
    permission = Permission.RISK_READ
    spec = WEIGHT_LIST
    serializer_class = WeightSetSerializer
    lifecycle = WEIGHT_LIFECYCLE
    acts = {name: act for name, act in WEIGHT_ACTS.items() if name != "edit"}
    create_act = DRAFT_WEIGHTS
    edit_act = EDIT_WEIGHTS

    def rows(self) -> Any:
        return rows_of_weights()

    @extend_schema(responses=WeightPreviewShape)
    @action(detail=True, methods=["get"])
    def preview(self, _request: Request, pk: Any = None, **_kwargs: Any) -> Response:
        """Counterparts within the caller's reach by level, as the weights of today and these call for."""
        found, present = self.find(pk), formula_on(timezone.localdate(self.now))
        body = preview_body(preview_of(found.formula, against=present, actor=self.actor), self.actor)
        return Response(body)


class SelfCheckResource(Resource):
    """Self-checks with their points; POST offers one. They are answered by the party, behind its link alone."""

    basename = "self-checks"
    permission = Permission.RISK_READ
    spec = SELF_CHECK_LIST
    serializer_class = SelfCheckSerializer
    create_act = ASK

    def rows(self) -> Any:
        return SelfCheck.objects.with_everything()


class CampaignResource(Resource):
    """Campaigns of self-checks; their text, approval and sending are those of the tips ``batch``."""

    basename = "self-check-campaigns"
    permission = Permission.RISK_READ
    spec = CAMPAIGN_LIST
    serializer_class = CampaignSerializer
    create_act = DRAFT_CAMPAIGN

    def rows(self) -> Any:
        return Campaign.objects.select_related("batch")


class RiskPlanResource(Resource):
    """Measures that levels of risk propose, and what became of them."""

    basename = "risk-plans"
    permission = Permission.RISK_READ
    spec = PLAN_LIST
    serializer_class = PlanSerializer
    acts = PLAN_ACTS
    lifecycle = PLAN_LIFECYCLE

    def rows(self) -> Any:
        return RiskPlan.objects.select_related("counterpart", "guidance", "inspection")


class InForceResource(PublicResource):
    """What is in force today, or was on the day ``as_of``; each row keeps its address when that day is past."""

    @staticmethod
    def spec_on(day: date) -> ListSpec:
        raise NotImplementedError

    def list(self, request: Request, **_kwargs: Any) -> Response:
        asked = request.query_params.get("as_of")
        spec = self.spec if asked else self.spec_on(timezone.localdate(self.now))
        return Response(list_body(spec, request, actor=self.actor, at=self.now, url_of=self.url_of))


class PublicRiskPointResource(InForceResource):
    """The published list, for everybody."""

    basename = "public-risk-points"
    spec = PUBLIC_POINT_LIST
    serializer_class = PublicPointSerializer
    spec_on = staticmethod(public_points_on)

    def rows(self) -> Any:
        return ranked_editions().prefetch_related("causes", "measures")


class PublicRiskCauseResource(InForceResource):
    """The published list of causes, for everybody."""

    basename = "public-risk-causes"
    spec = PUBLIC_CAUSES
    serializer_class = PublicCauseSerializer

    @staticmethod
    def spec_on(day: date) -> ListSpec:
        return on_day(PUBLIC_CAUSES, day)


class PublicRiskMeasureResource(InForceResource):
    """The published list of measures, for everybody."""

    basename = "public-risk-measures"
    spec = PUBLIC_MEASURES
    serializer_class = PublicMeasureSerializer

    @staticmethod
    def spec_on(day: date) -> ListSpec:
        return on_day(PUBLIC_MEASURES, day)
