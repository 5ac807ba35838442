"""The resource /inspections/ (Art. 6)."""

from __future__ import annotations

from typing import Any

from enforcement.forms.inspections import INSPECTION_ACTS, PLAN
from enforcement.lifecycle import INSPECTION_LIFECYCLE
from enforcement.lists.inspections import INSPECTION_LIST
from enforcement.models import Inspection
from enforcement.serializers.inspections import InspectionSerializer
from foundation.endpoints.resource import Resource
from foundation.permissions import Permission


class InspectionResource(Resource):
    """Inspections from plan to conclusion; an unplanned one is planned for this minute and begun."""

    permission = Permission.INSPECTION_READ
    spec = INSPECTION_LIST
    serializer_class = InspectionSerializer
    create_act = PLAN
    acts = INSPECTION_ACTS
    lifecycle = INSPECTION_LIFECYCLE
    basename = "inspection"

    def rows(self) -> Any:
        return Inspection.objects.with_everything()
