"""How every act on a risk point begins: permission, duties of the organ, lock (Art. 9)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Refused
from foundation.permissions import Permission
from foundation.record import audited
from riskcontrol.models import RiskPoint
from riskcontrol.rules.points import obstacles_to_working_on
from riskcontrol.vocabulary import PointState


@contextmanager
def working_on(
    point_id: int,
    action: str,
    *,
    by: Actor,
    at: datetime,
    expected: int | None = None,
    why: str = "",
) -> Iterator[RiskPoint]:
    """Open the audit entry ``risk_point:<action>`` and lock the risk point.

    What is published is changed only by who may publish, and as a new edition. Raises Forbidden,
    Refused outside the organ's duties, RiskPoint.DoesNotExist, and Stale.
    """
    by.require(Permission.RISK_EDIT)
    with audited(f"risk_point:{action}", by=by, at=at, under=Article(9), why=why):
        point: RiskPoint = RiskPoint.objects.workable_by(by).locked(point_id, expected=expected)
        require_duty(point, by=by, at=at)
        if point.state == PointState.PUBLISHED:
            by.require(Permission.RISK_PUBLISH)
            point.edition += 1
        yield point


def require_duty(point: RiskPoint, *, by: Actor, at: datetime) -> None:
    """Raise Refused when the field of ``point`` is no duty of the actor's organ."""
    found = list(obstacles_to_working_on(point.facts(by=by, at=at)))
    if found:
        raise Refused(found)
