"""Who sees the risk of a counterpart: whoever may meet the counterpart (Art. 4, 9)."""

from __future__ import annotations

from typing import Any

from enforcement.models.counterparts import CounterpartQuerySet
from foundation.actors import Reach, ReachKind


class RiskQuerySet(CounterpartQuerySet):
    """Rows that carry a copy of the counterpart's district for the index.

    The copy may be a night old, so the counterpart's own district decides as well: a counterpart that
    moved is hidden from both sides for some hours rather than shown to the wrong one.
    """

    def _reached(self, reach: Reach) -> Any:
        rows = super()._reached(reach)
        if reach.kind == ReachKind.DISTRICT:
            return rows.filter(counterpart__district_id=reach.id)
        return rows


class TallyQuerySet(CounterpartQuerySet):
    """Numbers of counterparts by district: no row of them is about one counterpart."""
