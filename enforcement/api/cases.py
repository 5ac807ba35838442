"""The resource /cases/: clue to archive (Art. 3-6, 10)."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.utils import timezone
from drf_spectacular.utils import OpenApiTypes, extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from enforcement.api.carrying_out import execution_of
from enforcement.api.case_procedure import procedure_of
from enforcement.api.evidence_upload import UPLOAD, upload
from enforcement.forms.cases import CASE_ACTS, EDIT, REGISTER_CLUE
from enforcement.lifecycle import CASE_LIFECYCLE, STATES_OF_ACT
from enforcement.lists.cases import CASE_LIST
from enforcement.models import Case, Evidence, whole_files
from enforcement.reports.debts import obligation_of
from enforcement.reports.files import file_of
from enforcement.serializers.carrying_out import CarryingOutSerializer, PieceSerializer
from enforcement.serializers.case_parts import (
    DeadlineSerializer,
    EvidenceSerializer,
    HappeningSerializer,
    SimilarSerializer,
)
from enforcement.serializers.case_procedure import ProcedureSerializer
from enforcement.serializers.cases import CaseSerializer
from enforcement.serializers.evidence_file import as_attachment
from enforcement.services.deadlines.explaining import explain_deadlines
from foundation.endpoints.resource import Resource
from foundation.permissions import Permission
from foundation.record.story import entries_of

_MOST_SIMILAR = 50


class CaseResource(Resource):
    """Cases from clue to archive, with their timeline, deadlines, evidence and comparable cases."""

    permission = Permission.CASE_READ
    spec = CASE_LIST
    serializer_class = CaseSerializer
    create_act = REGISTER_CLUE
    edit_act = EDIT
    acts = {name: act for name, act in CASE_ACTS.items() if name not in ("add_evidence", "edit")}
    lifecycle = CASE_LIFECYCLE
    basename = "case"

    def rows(self) -> Any:
        return whole_files()

    def transitions_of(self, thing: Any) -> list[dict[str, Any]]:
        """The steps of the lifecycle, and the acts that leave the state as it is, as far as they make sense."""
        if not self._is_workable(thing):
            return []
        return [
            *super().transitions_of(thing),
            *(
                {"name": name, "label": str(self.acts[name].label), "allowed": True, "obstacles": []}
                for name, states in STATES_OF_ACT.items()
                if name in self.acts and thing.state in states and self._may(name)
            ),
        ]

    def _may(self, name: str) -> bool:
        permission = self.acts[name].permission
        return permission is None or self.actor.may(permission)

    def _is_workable(self, thing: Any) -> bool:
        """Asked twice for one answer, looked up once."""
        known: dict[int, bool] = self.__dict__.setdefault("_workable", {})
        if thing.pk not in known:
            known[thing.pk] = super()._is_workable(thing)
        return known[thing.pk]

    @extend_schema(responses=HappeningSerializer(many=True))
    @action(detail=True, methods=["get"])
    def timeline(self, _request: Request, pk: Any = None, **_kwargs: Any) -> Response:
        reads = self.actor.may(Permission.COUNTERPART_READ)
        return Response(HappeningSerializer(entries_of(self.find(pk), reasons=reads), many=True).data)

    @extend_schema(responses=DeadlineSerializer(many=True))
    @action(detail=True, methods=["get"])
    def deadlines(self, _request: Request, pk: Any = None, **_kwargs: Any) -> Response:
        today = timezone.localdate(self.now)
        found = explain_deadlines(self.find(pk))
        return Response(DeadlineSerializer(found, many=True, context={"today": today}).data)

    @extend_schema(responses=SimilarSerializer(many=True))
    @action(detail=True, methods=["get"])
    def similar(self, _request: Request, pk: Any = None, **_kwargs: Any) -> Response:
        rows = Case.objects.visible_to(self.actor).comparable_to(self.find(pk)).select_related("decision")
        return Response(SimilarSerializer(rows[:_MOST_SIMILAR], many=True).data)

    @extend_schema(responses=ProcedureSerializer)
    @action(detail=True, methods=["get"])
    def procedure(self, request: Request, pk: Any = None, **_kwargs: Any) -> Response:
        """Filing, recusals, custody, records phase by phase, hearing, discussion and referral."""
        parts = procedure_of(self.find(pk), by=self.actor)
        context = {"request": request, "actor": self.actor}
        return Response(ProcedureSerializer(parts, context=context).data)

    @extend_schema(responses=CarryingOutSerializer)
    @action(detail=True, methods=["get"])
    def execution(self, request: Request, pk: Any = None, **_kwargs: Any) -> Response:
        """Service and receipts, what is owed and paid, hardship, demand and court."""
        found = execution_of(self.find(pk), today=timezone.localdate(self.now))
        context = {"request": request, "actor": self.actor}
        return Response(CarryingOutSerializer(found, context=context).data)

    @extend_schema(responses=PieceSerializer(many=True))
    @action(detail=True, methods=["get"])
    def file(self, _request: Request, pk: Any = None, **_kwargs: Any) -> Response:
        """What the file holds and lacks, main file first."""
        case = self.find(pk)
        found = file_of(case, owed=obligation_of(case), today=timezone.localdate(self.now))
        return Response(PieceSerializer(found, many=True).data)

    @extend_schema(methods=["get"], responses=EvidenceSerializer(many=True))
    @extend_schema(methods=["post"], request=UPLOAD, responses={201: EvidenceSerializer})
    @action(detail=True, methods=["get", "post"])
    def evidence(self, request: Request, pk: Any = None, **_kwargs: Any) -> Response | HttpResponse:
        case = self.find(pk)
        if request.method == "POST":
            return upload(self, case)
        self.actor.require(Permission.COUNTERPART_READ)
        return Response(EvidenceSerializer(case.evidence.all(), many=True, context={"request": request}).data)

    @extend_schema(responses={(200, "application/octet-stream"): OpenApiTypes.BINARY})
    @action(detail=True, methods=["get"], url_path="evidence/(?P<evidence_pk>[0-9]{1,18})/content")
    def evidence_content(
        self, _request: Request, pk: Any = None, evidence_pk: str = "", **_kwargs: Any
    ) -> HttpResponseBase:
        self.actor.require(Permission.COUNTERPART_READ)
        found = (
            Evidence.objects.visible_to(self.actor).filter(case_id=self._key(pk), pk=int(evidence_pk)).first()
        )
        if found is None:
            raise Http404
        return as_attachment(found)
