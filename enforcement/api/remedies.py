"""The resource /remedies/; they are recorded by a transition of their case (Art. 6)."""

from __future__ import annotations

from typing import Any

from enforcement.forms.remedies import REMEDY_ACTS
from enforcement.lifecycle import REMEDY_LIFECYCLE
from enforcement.lists.remedies import REMEDY_LIST
from enforcement.models import Remedy
from enforcement.serializers.remedies import RemedySerializer
from foundation.endpoints.resource import Resource
from foundation.permissions import Permission


class RemedyResource(Resource):
    """Reconsideration and suits against decisions, and their outcome."""

    permission = Permission.COUNTERPART_READ
    spec = REMEDY_LIST
    serializer_class = RemedySerializer
    acts = REMEDY_ACTS
    lifecycle = REMEDY_LIFECYCLE
    basename = "remedy"

    def rows(self) -> Any:
        return Remedy.objects.all().whole()
