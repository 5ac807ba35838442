"""The resource /coercive-measures/ (Art. 5, 10 (2))."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from enforcement.forms.coercion import COERCION_ACTS, DRAFT, EDIT, sensible_acts
from enforcement.lifecycle.coercion import COERCION_LIFECYCLE, STATES_OF_COERCION_ACT
from enforcement.lists.coercion import COERCION_LIST
from enforcement.models import CoerciveMeasure
from enforcement.serializers.coercion import CoercionSerializer
from foundation.endpoints.resource import Resource
from foundation.permissions import Permission


class CoercionResource(Resource):
    """Coercive measures and executions, with necessity note, inventory, testing times and deadlines."""

    permission = Permission.COERCION_READ
    spec = COERCION_LIST
    serializer_class = CoercionSerializer
    create_act = DRAFT
    edit_act = EDIT
    acts = {name: act for name, act in COERCION_ACTS.items() if name != "edit"}
    lifecycle = COERCION_LIFECYCLE
    basename = "coercive-measure"

    def rows(self) -> Any:
        return CoerciveMeasure.objects.with_everything()

    def transitions_of(self, thing: Any) -> Sequence[dict[str, Any]]:
        """The steps that this kind of coercion knows, and the acts that leave the state as it is."""
        if not self._is_workable(thing):
            return []
        sensible = sensible_acts(thing)
        return [
            *(row for row in super().transitions_of(thing) if row["name"] in sensible),
            *(
                {"name": name, "label": str(act.label), "allowed": True, "obstacles": []}
                for name, act in sensible.items()
                if name in self.acts
                and name in STATES_OF_COERCION_ACT
                and (act.permission is None or self.actor.may(act.permission))
            ),
        ]

    def _is_workable(self, thing: Any) -> bool:
        """Asked twice for one answer, looked up once."""
        known: dict[int, bool] = self.__dict__.setdefault("_workable", {})
        if thing.pk not in known:
            known[thing.pk] = super()._is_workable(thing)
        return known[thing.pk]
