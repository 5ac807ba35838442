"""The resource /mediations/ (Art. 7)."""

from __future__ import annotations

from typing import Any

from enforcement.forms.mediations import MEDIATION_ACTS, REGISTER_MEDIATION
from enforcement.lifecycle import MEDIATION_LIFECYCLE
from enforcement.lists.mediations import MEDIATION_LIST
from enforcement.models import Mediation
from enforcement.serializers.mediations import MediationSerializer
from foundation.endpoints.resource import Resource
from foundation.permissions import Permission


class MediationResource(Resource):
    """Mediations of disputes from application to performance."""

    permission = Permission.COUNTERPART_READ
    spec = MEDIATION_LIST
    serializer_class = MediationSerializer
    create_act = REGISTER_MEDIATION
    acts = MEDIATION_ACTS
    lifecycle = MEDIATION_LIFECYCLE
    basename = "mediation"

    def rows(self) -> Any:
        return Mediation.objects.all().whole()
