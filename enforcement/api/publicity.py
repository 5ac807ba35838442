"""The resource /publications/: what is published of decisions and results (Art. 4; Penalty Law, Art. 48)."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from enforcement.forms.publicity import PUBLICITY_ACTS
from enforcement.lifecycle import PUBLICITY_LIFECYCLE
from enforcement.lists.publicity import PUBLICITY_LIST
from enforcement.models import Publication
from enforcement.serializers.chosen_texts import ChosenTextsSerializer, TextResultSerializer
from enforcement.serializers.publicity import PublicationSerializer
from foundation.acts import perform_each
from foundation.endpoints.preconditions import idempotency_key
from foundation.endpoints.resource import Resource
from foundation.permissions import Permission


class PublicationResource(Resource):
    """What is published of decisions, coercion and inspections, from draft to the end of its term."""

    permission = Permission.COUNTERPART_READ
    spec = PUBLICITY_LIST
    serializer_class = PublicationSerializer
    acts = PUBLICITY_ACTS
    lifecycle = PUBLICITY_LIFECYCLE
    basename = "publication"

    def rows(self) -> Any:
        return Publication.objects.all().whole()

    @extend_schema(request=ChosenTextsSerializer, responses=TextResultSerializer(many=True))
    @action(detail=False, methods=["post"], url_path="approve-many")
    def approve_many(self, request: Request, **_kwargs: Any) -> Response:
        """Approve several texts, each by itself: the answer says what was done and what stands against the rest."""
        self.actor.require(Permission.CASE_APPROVE)
        asked = ChosenTextsSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        results = perform_each(
            PUBLICITY_ACTS["approve"],
            asked.chosen(),
            by=self.actor,
            at=self.now,
            key=idempotency_key(request),
        )
        return Response(TextResultSerializer(results, many=True).data)
