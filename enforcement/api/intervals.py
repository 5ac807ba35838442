"""The resource /case-intervals/: stops and extensions; they are asked for by transitions of their case."""

from __future__ import annotations

from typing import Any

from enforcement.forms.intervals import INTERVAL_ACTS
from enforcement.lifecycle.intervals import INTERVAL_LIFECYCLE
from enforcement.lists.intervals import INTERVAL_LIST
from enforcement.models import CaseInterval
from enforcement.serializers.intervals import IntervalSerializer
from foundation.endpoints.resource import Resource
from foundation.permissions import Permission


class IntervalResource(Resource):
    """Time that is not counted, and days that were asked for and granted."""

    permission = Permission.CASE_READ
    spec = INTERVAL_LIST
    serializer_class = IntervalSerializer
    acts = INTERVAL_ACTS
    lifecycle = INTERVAL_LIFECYCLE
    basename = "case-interval"

    def rows(self) -> Any:
        return CaseInterval.objects.select_related("case").prefetch_related("case__people")
