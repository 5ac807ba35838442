"""The resource /guidance-actions/ (Art. 8)."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponseBase
from drf_spectacular.utils import OpenApiTypes, extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request

from enforcement.serializers.evidence_file import as_attachment
from foundation.endpoints.resource import Resource
from foundation.permissions import Permission
from guidance.forms.actions import API_ACTS, EDIT_ACT, NEW_ACT
from guidance.lifecycle import GUIDANCE_LIFECYCLE
from guidance.lists.actions import GUIDANCE_LIST
from guidance.models import GuidanceAction
from guidance.serializers.actions import GuidanceSerializer


class GuidanceResource(Resource):
    """Guidance of all ways: ``way`` says which, ``detail`` holds its columns."""

    permission = Permission.GUIDANCE_READ
    spec = GUIDANCE_LIST
    serializer_class = GuidanceSerializer
    create_act = NEW_ACT
    edit_act = EDIT_ACT
    acts = API_ACTS
    lifecycle = GUIDANCE_LIFECYCLE
    basename = "guidance-action"

    @extend_schema(responses={(200, "application/octet-stream"): OpenApiTypes.BINARY})
    @action(detail=True, methods=["get"], url_path="effect-files/(?P<file>[0-9]{1,18})")
    def effect_file(
        self, _request: Request, pk: Any = None, file: str = "", **_kwargs: Any
    ) -> HttpResponseBase:
        """One file that shows the effect, for who may read counterparts."""
        self.actor.require(Permission.COUNTERPART_READ)
        found = self.find(pk).effect_files.filter(pk=int(file)).first()
        if found is None:
            raise Http404
        return as_attachment(found)

    def rows(self) -> Any:
        found = GuidanceAction.objects.with_everything()
        return found.prefetch_related(
            "rectification_items", "public_life__comments", "public_life__scores", "public_life__showings"
        )
