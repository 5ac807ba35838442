"""The resources of forbidden times; /time-checks/ answers and changes nothing (Art. 6)."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from enforcement.forms.forbidden_times import CHECK, EMERGENCY_ACTS, SIGNAL_ACTS
from enforcement.lifecycle import LOOK_LIFECYCLE
from enforcement.lists.forbidden_times import EMERGENCIES, LOCAL_BANS, QUIET_PERIODS, TIME_SIGNALS
from enforcement.serializers.forbidden_times import (
    EmergencySerializer,
    LocalBanSerializer,
    QuietPeriodSerializer,
    TimeCheckAnswer,
    TimeCheckBody,
    TimeSignalSerializer,
)
from foundation.acts import perform
from foundation.endpoints.binding import bind
from foundation.endpoints.resource import Resource
from foundation.permissions import Permission


class TimeCheckResource(Resource):
    """“May I go there then?”: whether, why not, and when it is allowed again."""

    permission = Permission.ORGAN_READ
    spec = QUIET_PERIODS
    basename = "time-check"
    http_method_names = ["post", "options"]

    @extend_schema(tags=["time_checks"], request=TimeCheckBody, responses=TimeCheckAnswer)
    def create(self, request: Request, **_kwargs: Any) -> Response:
        form = bind(CHECK, request.data, actor=self.actor, at=self.now)
        found = perform(CHECK, form.service_data(), by=self.actor, at=self.now)
        answer = {
            "allowed": found.allowed,
            "obstacles": [obstacle.as_dict() for obstacle in found.obstacles],
            "next_allowed_at": found.next_allowed_at,
        }
        return Response(TimeCheckAnswer(answer).data)


class QuietPeriodResource(Resource):
    """Quiet periods of regions and organs, with the exceptions that each allows."""

    permission = Permission.ORGAN_READ
    spec = QUIET_PERIODS
    serializer_class = QuietPeriodSerializer
    basename = "quiet-period"


class LocalBanResource(Resource):
    """Hours that local rules keep free."""

    permission = Permission.ORGAN_READ
    spec = LOCAL_BANS
    serializer_class = LocalBanSerializer
    basename = "local-ban"


class EmergencyResource(Resource):
    """What was done at a forbidden time because it could not wait."""

    permission = Permission.SUPERVISION_READ
    spec = EMERGENCIES
    serializer_class = EmergencySerializer
    acts = EMERGENCY_ACTS
    lifecycle = LOOK_LIFECYCLE
    basename = "emergency"


class TimeSignalResource(Resource):
    """Acts whose stated time deserves a question."""

    permission = Permission.SUPERVISION_READ
    spec = TIME_SIGNALS
    serializer_class = TimeSignalSerializer
    acts = SIGNAL_ACTS
    lifecycle = LOOK_LIFECYCLE
    basename = "time-signal"
