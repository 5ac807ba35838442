"""How every act on the leniency of an undecided case begins: permission, scope, lock, and its state."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from enforcement.models import Case
from enforcement.vocabulary import CaseState
from foundation.actors import Actor
from foundation.obstacles import Obstacle, Refused
from foundation.permissions import Permission
from foundation.record import audited
from leniency.services.drafts import ARTICLE

UNDECIDED = (
    CaseState.CLUE,
    CaseState.FILED,
    CaseState.INVESTIGATED,
    CaseState.ASSESSED,
    CaseState.NOTIFIED,
)


@contextmanager
def undecided(
    case_id: int, action: str, *, by: Actor, at: datetime, expected: int | None, why: str = ""
) -> Iterator[Case]:
    """Open ``case:<action>`` and lock the case; raises Forbidden, Case.DoesNotExist, Stale, and Refused."""
    by.require(Permission.CASE_HANDLE)
    with audited(f"case:{action}", by=by, at=at, under=ARTICLE, why=why):
        case = Case.objects.workable_by(by).locked(case_id, expected=expected)
        if case.state not in UNDECIDED:
            raise Refused([_is_decided(case)])
        yield case


def _is_decided(case: Case) -> Obstacle:
    return Obstacle(
        code="LEN-11",
        message=_("The case is “%(state)s”: leniency is assessed before the decision.")
        % {"state": case.get_state_display()},
        article=ARTICLE,
        next_step=_("The assessment that the decision rests on stays as it is."),
    )
