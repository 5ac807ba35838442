"""The one call from an entry point to a service."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import IntegrityError

from foundation.actors import Actor
from foundation.acts.act import Act
from foundation.acts.conflict import obstacle_of
from foundation.firing import reporting_refusals
from foundation.obstacles import Refused
from foundation.reasons import Reason


def perform(
    act: Act,
    data: dict[str, Any],
    *,
    by: Actor,
    at: datetime,
    thing_id: Any = None,
    expected: int | None = None,
    reasons: dict[str, Reason] | None = None,
    thing: Any = None,
) -> Any:
    """Do ``act`` and return what its service returns; ``thing`` is the row of ``thing_id`` where it is known.

    Raises Refused (also when a constraint was hit), Stale, Forbidden, and ValidationError of the service.
    """
    if act.permission is not None:
        by.require(act.permission)
    arguments = dict(data)
    if thing_id is not None:
        arguments["expected"] = expected
    if reasons and act.takes_overrides:
        arguments["overrides"] = reasons
    place = () if thing_id is None else (thing_id,)
    with reporting_refusals(by=by, at=at, thing=thing, action=act.name):
        try:
            return act.service(*place, by=by, at=at, **arguments)
        except IntegrityError as error:
            raise Refused([obstacle_of(error)]) from error
        except Refused as refused:
            refused.thing = refused.thing or thing or data.get("case")
            raise
