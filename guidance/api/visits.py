"""The resource /return-visits/ (Art. 8 (8))."""

from __future__ import annotations

from typing import Any

from foundation.endpoints.resource import Resource
from foundation.permissions import Permission
from guidance.forms.visits import VISIT_ACTS
from guidance.lifecycle import VISIT_LIFECYCLE
from guidance.lists.visits import VISIT_LIST
from guidance.models import ReturnVisit
from guidance.serializers.visits import VisitSerializer


class VisitResource(Resource):
    """Return visits, planned and held; without what was said about officers."""

    permission = Permission.VISIT_READ
    spec = VISIT_LIST
    serializer_class = VisitSerializer
    acts = VISIT_ACTS
    lifecycle = VISIT_LIFECYCLE
    basename = "return-visit"

    def rows(self) -> Any:
        return ReturnVisit.objects.select_related("case", "organ").prefetch_related("visitors")
