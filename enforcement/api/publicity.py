"""The resource /publications/: what is published of decisions and results (Art. 4; Penalty Law, Art. 48)."""

from __future__ import annotations

from typing import Any

from enforcement.forms.publicity import PUBLICITY_ACTS
from enforcement.lifecycle import PUBLICITY_LIFECYCLE
from enforcement.lists.publicity import PUBLICITY_LIST
from enforcement.models import Publication
from enforcement.serializers.publicity import PublicationSerializer
from foundation.endpoints.resource import Resource
from foundation.permissions import Permission


class PublicationResource(Resource):
    """What is published of decisions, coercion and inspections, from draft to the end of its term."""

    permission = Permission.COUNTERPART_READ
    spec = PUBLICITY_LIST
    serializer_class = PublicationSerializer
    acts = PUBLICITY_ACTS
    lifecycle = PUBLICITY_LIFECYCLE
    basename = "publication"

    def rows(self) -> Any:
        return Publication.objects.all().whole()
