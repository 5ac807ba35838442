"""The resource /evaluation/scorecards/: one organ and period, counted live (Art. 4)."""

from __future__ import annotations

import hashlib
from typing import Any

from django.urls import reverse
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from evaluation.api.choice import CHOOSING, chosen, refuse_unknown
from evaluation.lists.indicators import INDICATOR_LIST
from evaluation.reports.choosing import Choice
from evaluation.reports.measures import MEASURES
from evaluation.reports.scorecards import scorecard
from evaluation.serializers import ScorecardShape, scorecard_body
from foundation.endpoints.renderers import OrjsonRenderer
from foundation.endpoints.resource import Resource
from foundation.permissions import Permission

_KNOWN = frozenset({"organ", "period"})


class ScorecardResource(Resource):
    """Every indicator of an organ and a period; the ETag is the digest of what is told."""

    permission = Permission.EVALUATION_READ
    spec = INDICATOR_LIST
    basename = "evaluation-scorecard"

    @extend_schema(parameters=CHOOSING, responses={200: ScorecardShape, 304: None})
    def list(self, request: Request, **_kwargs: Any) -> Response:
        refuse_unknown(request, _KNOWN)
        choice = chosen(request, self.actor)
        period = choice.period
        assert period is not None  # noqa: S101 - chosen says so
        card = scorecard(self.actor, choice.territory, choice.organ_id, period.span, at=self.now)
        body = scorecard_body(card, period, evidence=self._evidence(choice))
        etag = f'"{hashlib.sha256(OrjsonRenderer().render(body)).hexdigest()[:32]}"'
        if request.headers.get("If-None-Match") == etag:
            return Response(status=304, headers={"ETag": etag})
        return Response(body, headers={"ETag": etag})

    def _evidence(self, choice: Choice) -> dict[str, str]:
        organ = "all" if choice.organ_id is None else choice.organ_id
        code = choice.period.code if choice.period else ""
        return {
            indicator: self.request.build_absolute_uri(
                f"{reverse('evaluation-indicator-evidence', args=[indicator])}?organ={organ}&period={code}"
            )
            for indicator in MEASURES
        }
