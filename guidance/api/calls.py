"""The resource /expiry-calls/ (Art. 8 (3))."""

from __future__ import annotations

from typing import Any

from foundation.endpoints.resource import Resource
from foundation.permissions import Permission
from guidance.forms.calls import CALL_ACTS
from guidance.lifecycle import CALL_LIFECYCLE
from guidance.lists.calls import CALL_LIST
from guidance.models import ExpiryCall
from guidance.serializers.calls import CallSerializer


class CallResource(Resource):
    """Calls that are to be made before licences expire, and what came of them."""

    permission = Permission.GUIDANCE_READ
    spec = CALL_LIST
    serializer_class = CallSerializer
    acts = CALL_ACTS
    lifecycle = CALL_LIFECYCLE
    basename = "expiry-call"

    def rows(self) -> Any:
        return ExpiryCall.objects.select_related("licence__counterpart")
