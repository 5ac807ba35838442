"""The resource /other-ways/: ways that organs defined themselves (Art. 8, last paragraph)."""

from __future__ import annotations

from typing import Any

from foundation.endpoints.resource import Resource
from foundation.permissions import Permission
from guidance.forms.other_ways import DEFINE_WAY, OTHER_WAY_ACTS
from guidance.lifecycle import OTHER_WAY_LIFECYCLE
from guidance.lists.other_ways import OTHER_WAYS
from guidance.models import OtherWay
from guidance.serializers.other_ways import OtherWaySerializer


class OtherWayResource(Resource):
    """A way with its fields; guidance of the way ``other`` names it as ``definition``, its fields as ``x_`` and key."""

    permission = Permission.GUIDANCE_DEFINE
    spec = OTHER_WAYS
    serializer_class = OtherWaySerializer
    create_act = DEFINE_WAY
    edit_act = OTHER_WAY_ACTS["edit"]
    acts = {name: act for name, act in OTHER_WAY_ACTS.items() if name != "edit"}
    lifecycle = OTHER_WAY_LIFECYCLE
    basename = "other-way"

    def rows(self) -> Any:
        return OtherWay.objects.select_related("organ").prefetch_related("fields")
