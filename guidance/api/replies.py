"""The resource /counterpart-replies/: what counterparts answered by their links (Art. 8)."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponseBase
from drf_spectacular.utils import OpenApiTypes, extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request

from enforcement.serializers.evidence_file import as_attachment
from foundation.endpoints.resource import Resource
from foundation.permissions import Permission
from guidance.forms.replies import REPLY_ACTS
from guidance.lists.replies import REPLY_LIST
from guidance.models import CounterpartReply
from guidance.serializers.replies import ReplySerializer


class ReplyResource(Resource):
    """Written once; ``see`` notes that it was seen, ``accept_time`` and ``refuse_time`` answer a proposed time."""

    permission = Permission.GUIDANCE_READ
    spec = REPLY_LIST
    serializer_class = ReplySerializer
    acts = REPLY_ACTS
    basename = "counterpart-reply"

    def rows(self) -> Any:
        return CounterpartReply.objects.with_everything()

    @extend_schema(responses={(200, "application/octet-stream"): OpenApiTypes.BINARY})
    @action(detail=True, methods=["get"], url_path="files/(?P<file>[0-9]{1,18})")
    def content(self, _request: Request, pk: Any = None, file: str = "", **_kwargs: Any) -> HttpResponseBase:
        """One file of the answer, for who may read counterparts."""
        self.actor.require(Permission.COUNTERPART_READ)
        found = next((row for row in self.find(pk).files.all() if row.pk == int(file)), None)
        if found is None:
            raise Http404
        return as_attachment(found)
