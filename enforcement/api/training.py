"""The resource /trainings/ (Art. 7)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from enforcement.forms.training import EDIT_TRAINING, PLAN_TRAINING, TRAINING_ACTS
from enforcement.lifecycle import TRAINING_LIFECYCLE
from enforcement.lists.training import TRAINING_LIST
from enforcement.models import TrainingSession
from enforcement.reports.training import hours_of_organ
from enforcement.rules.training import missing_hours
from enforcement.serializers.training import HoursShape, TrainingSerializer
from enforcement.services.training import target_of
from foundation.endpoints.resource import Resource
from foundation.permissions import Permission

YEAR = OpenApiParameter("year", int, description="The present year when it is left out.")


class TrainingResource(Resource):
    """Trainings with attendance; ``hours/`` gives the hours of the officers of one's own organ."""

    permission = Permission.TRAINING_READ
    spec = TRAINING_LIST
    serializer_class = TrainingSerializer
    create_act = PLAN_TRAINING
    edit_act = EDIT_TRAINING
    acts = TRAINING_ACTS
    lifecycle = TRAINING_LIFECYCLE
    basename = "training"

    def rows(self) -> Any:
        return TrainingSession.objects.prefetch_related("attendances__officer")

    @extend_schema(parameters=[YEAR], responses=HoursShape(many=True))
    @action(detail=False, methods=["get"])
    def hours(self, request: Request, **_kwargs: Any) -> Response:
        year = self._year(request)
        lines = hours_of_organ(self.actor.organ_id, year=year)
        target = target_of(lines[0].officer.organ) if lines else Decimal(60)
        rows = [
            {"officer": str(line.officer.pk), "name": line.officer.name, "year": year, "hours": line.had.hours,
             "service_hours": line.had.service, "missing": missing_hours(line.had.hours, target)}
            for line in lines
        ]  # fmt: skip
        return Response(HoursShape(rows, many=True).data)

    def _year(self, request: Request) -> int:
        asked = request.query_params.get("year", str(timezone.localdate(self.now).year))
        if not (asked.isascii() and asked.isdigit() and 2000 <= int(asked[:5]) <= 2100):
            raise ValidationError({"year": ["2000-2100"]})
        return int(asked)
