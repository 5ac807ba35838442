"""The resource /procedures/: what binds in each field of enforcement (Art. 3, 6)."""

from __future__ import annotations

from typing import Any

from enforcement.lists.profiles import PROFILE_LIST
from enforcement.models import ProcedureProfile
from enforcement.serializers.profiles import ProfileSerializer
from foundation.endpoints.resource import Resource
from foundation.permissions import Permission


class ProfileResource(Resource):
    """Periods, thresholds and extensions by field; parameters without a citation are local settings."""

    permission = Permission.MATTER_READ
    spec = PROFILE_LIST
    serializer_class = ProfileSerializer
    basename = "procedure"

    def rows(self) -> Any:
        return ProcedureProfile.objects.select_related("field").prefetch_related("steps")
