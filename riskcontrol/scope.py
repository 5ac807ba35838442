"""Who sees the risk of a counterpart: whoever may meet the counterpart (Art. 4, 9)."""

from __future__ import annotations

from typing import Any

from enforcement.models.counterparts import CounterpartQuerySet
from foundation.actors import Actor


class RiskQuerySet(CounterpartQuerySet):
    """Rows that carry a copy of the counterpart's scope, so that an index serves them.

    The copy may be a night old, therefore the counterpart's own columns decide as well: one that moved
    is hidden from both sides for some hours rather than shown to the wrong one.
    """

    def visible_to(self, actor: Actor) -> Any:
        rows = super().visible_to(actor)
        rows.scope_path = "counterpart__"
        return super(RiskQuerySet, rows).visible_to(actor)


class TallyQuerySet(CounterpartQuerySet):
    """Numbers of counterparts under the scope of those whom they count."""


class MoveQuerySet(CounterpartQuerySet):
    """Moves between levels, under the scope of the counterpart that moved."""

    scope_path = "counterpart__"
