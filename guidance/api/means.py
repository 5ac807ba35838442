"""The resource /means-tried/: guidance that came before coercion (Art. 5, 10 (2))."""

from __future__ import annotations

from typing import Any

from foundation.endpoints.resource import Resource
from foundation.permissions import Permission
from guidance.forms.means import MEANS_ACTS, NAME_MEANS_OF
from guidance.lists.means import MEANS_LIST
from guidance.models import MeansTried
from guidance.serializers.means import MeansSerializer


class MeansResource(Resource):
    """Which guidance was tried before a coercive measure, and why it did not reach the purpose."""

    permission = Permission.COERCION_READ
    spec = MEANS_LIST
    serializer_class = MeansSerializer
    create_act = NAME_MEANS_OF
    acts = MEANS_ACTS
    basename = "means-tried"

    def rows(self) -> Any:
        return MeansTried.objects.select_related("action")
