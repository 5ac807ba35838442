"""The resource /discretion-departures/: they are asked for by a transition of their case (Art. 5)."""

from __future__ import annotations

from typing import Any

from enforcement.forms.departures import DEPARTURE_ACTS
from enforcement.lifecycle.departures import DEPARTURE_LIFECYCLE
from enforcement.lists.departures import DEPARTURE_LIST
from enforcement.models import BandDeparture
from enforcement.serializers.departures import DepartureSerializer
from foundation.endpoints.resource import Resource
from foundation.permissions import Permission


class DepartureResource(Resource):
    """Requests to decide outside a tier of the discretion benchmark, with their answers."""

    permission = Permission.CASE_READ
    spec = DEPARTURE_LIST
    serializer_class = DepartureSerializer
    acts = DEPARTURE_ACTS
    lifecycle = DEPARTURE_LIFECYCLE
    basename = "discretion-departure"

    def rows(self) -> Any:
        found = BandDeparture.objects.select_related("case__discussion")
        return found.prefetch_related("case__people")
