"""The resources /tip-batches/ and /tip-recipients/ (Art. 8 (3))."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from foundation.endpoints.resource import Resource
from foundation.permissions import Permission
from guidance.forms.tip_batches import DRAFT_TIPS, EDIT_TIPS, TIPS_ACTS
from guidance.lifecycle import BATCH_LIFECYCLE
from guidance.lists.tip_batches import TIP_BATCH_LIST, TIP_RECIPIENT_LIST
from guidance.models import TipBatch, TipRecipient
from guidance.reports.tip_batches import preview_of
from guidance.serializers.tip_batches import PreviewShape, TipBatchSerializer, TipRecipientSerializer


class TipBatchResource(Resource):
    """One text to all who fit; ``preview/`` tells whom it reaches before anything is sent."""

    permission = Permission.GUIDANCE_READ
    spec = TIP_BATCH_LIST
    serializer_class = TipBatchSerializer
    create_act = DRAFT_TIPS
    edit_act = EDIT_TIPS
    acts = TIPS_ACTS
    lifecycle = BATCH_LIFECYCLE
    basename = "tip-batch"

    def rows(self) -> Any:
        related = TipBatch.objects.select_related("organ", "matter", "region", "drafted_by")
        return related.prefetch_related("organ__organ_fields")

    @extend_schema(responses=PreviewShape)
    @action(detail=True, methods=["get"])
    def preview(self, _request: Request, pk: Any = None, **_kwargs: Any) -> Response:
        """How many fit now, how many of them only paper reaches, and five of the texts."""
        batch = self.find(pk)
        self.actor.require(Permission.COUNTERPART_READ)
        return Response(PreviewShape(preview_of(batch, by=self.actor)).data)


class TipRecipientResource(Resource):
    """Who got the tip of a group (``batch=``), by which road, and whether it arrived."""

    permission = Permission.GUIDANCE_READ
    spec = TIP_RECIPIENT_LIST
    serializer_class = TipRecipientSerializer
    basename = "tip-recipient"

    def rows(self) -> Any:
        return TipRecipient.objects.select_related("counterpart", "action", "delivery")
