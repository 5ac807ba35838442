"""The resource /guidance-actions/ (Art. 8)."""

from __future__ import annotations

from typing import Any

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

    def rows(self) -> Any:
        found = GuidanceAction.objects.with_everything()
        return found.prefetch_related(
            "rectification_items", "public_life__comments", "public_life__scores", "public_life__showings"
        )
