"""Which organs an actor evaluates: those whose rows the actor sees (Art. 4 para. 2)."""

from __future__ import annotations

from typing import Any

from enforcement.scope import COLUMN_OF
from foundation.actors import Reach, ReachKind


def organs_within(organs: Any, reach: Reach) -> Any:
    """The organs of a query set that ``reach`` covers."""
    if reach.kind == ReachKind.NONE:
        return organs.none()
    if reach.kind == ReachKind.ALL:
        return organs.all()
    column = "pk" if reach.kind == ReachKind.ORGAN else COLUMN_OF[reach.kind]
    return organs.filter(**{column: reach.id})
