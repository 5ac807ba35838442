"""The resource /guidance-effect/: what guidance achieved, counted live (Art. 8)."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from enforcement.lists.scopes import below, organs_reached
from foundation.endpoints.resource import Resource
from foundation.lists import BadQuery, Fault
from foundation.permissions import Permission
from guidance.lists.actions import GUIDANCE_LIST
from guidance.reports.effect import effect_of_guidance
from guidance.reports.effect_span import span_of
from guidance.serializers.effect import EffectShape, effect_body
from guidance.vocabulary import Way

KNOWN = ("organ", "since", "until", "way")
ASKING = [
    OpenApiParameter("organ", str, description="An organ with all below it; left out: everything in reach."),
    OpenApiParameter(
        "since", str, description="First month of conclusion, 2026-01; else eleven months before."
    ),
    OpenApiParameter("until", str, description="Last month of conclusion; else the running one."),
    OpenApiParameter("way", str, enum=list(Way.values)),
]


class EffectResource(Resource):
    """What guidance achieved, by way, organ, matter and month, and whether the matter came up again."""

    permission = Permission.GUIDANCE_READ
    spec = GUIDANCE_LIST
    basename = "guidance-effect"

    @extend_schema(parameters=ASKING, responses=EffectShape)
    def list(self, request: Request, **_kwargs: Any) -> Response:
        asked = request.query_params
        _refuse_unknown(asked)
        span = span_of(asked.get("since", ""), asked.get("until", ""), today=timezone.localdate(self.now))
        report = effect_of_guidance(
            self.actor,
            since=span.since,
            until=span.until,
            within=self._within(asked.get("organ", "")),
            way=asked.get("way", ""),
        )
        return Response(effect_body(report))

    def _within(self, asked: str) -> Any:
        """The rows of an organ and all below it; raises Http404 for one out of reach."""
        if not asked:
            return None
        key = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 19 else 0
        organ = organs_reached(self.actor).filter(pk=key).first()
        if organ is None:
            raise Http404
        return below(organ)


def _refuse_unknown(asked: Any) -> None:
    """Raise BadQuery for parameters that mean nothing here, and for a way that there is not."""
    unknown = sorted(set(asked) - set(KNOWN))
    if unknown:
        fault = Fault("unknown", _("There is no such parameter."))
        raise BadQuery({name[:100]: [fault] for name in unknown})
    if asked.get("way") and asked["way"] not in Way.values:
        raise BadQuery({"way": [Fault("invalid", _("There is no such way."))]})
