"""How every act on a risk point begins: permission, duties of the organ, lock (Art. 9)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Obstacle, Refused
from foundation.permissions import Permission
from foundation.record import audited
from riskcontrol.models import RiskPoint
from riskcontrol.rules.points import obstacles_to_working_on
from riskcontrol.vocabulary import WORKED_ON

ARTICLE = Article(9)


@contextmanager
def touching(
    point_id: int,
    action: str,
    *,
    by: Actor,
    at: datetime,
    expected: int | None = None,
    why: str = "",
) -> Iterator[RiskPoint]:
    """Open the audit entry ``risk_point:<action>`` and lock the risk point.

    Raises Forbidden, Refused outside the organ's duties, RiskPoint.DoesNotExist, and Stale.
    """
    by.require(Permission.RISK_EDIT)
    with audited(f"risk_point:{action}", by=by, at=at, under=ARTICLE, why=why):
        point: RiskPoint = RiskPoint.objects.workable_by(by).locked(point_id, expected=expected)
        require_duty(point, by=by, at=at)
        yield point


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
    """As ``touching``, to change the content; raises Refused unless it is a draft or under revision.

    What was checked or published stands as it is: nobody approves what changed under the check.
    """
    with touching(point_id, action, by=by, at=at, expected=expected, why=why) as point:
        refuse_unless_worked_on(point)
        point.edited_by_id = by.officer_id
        yield point


def refuse_unless_worked_on(point: RiskPoint) -> None:
    """Raise Refused when the content of ``point`` stands as it was checked, published or withdrawn."""
    if point.state in WORKED_ON:
        return
    raise Refused(
        [
            Obstacle(
                code="RSK-14",
                message=_("The content is changed in a draft or under revision; %(code)s is “%(state)s”.")
                % {"code": point.code, "state": point.get_state_display()},
                article=ARTICLE,
                next_step=_("Take it under revision: the published edition stays readable meanwhile.")
                if point.is_published
                else _("Return it to the draft."),
            )
        ]
    )


def require_duty(point: RiskPoint, *, by: Actor, at: datetime) -> None:
    """Raise Refused when the field of ``point`` is no duty of the actor's organ."""
    found = list(obstacles_to_working_on(point.facts(by=by, at=at)))
    if found:
        raise Refused(found)
