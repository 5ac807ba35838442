"""How every act on a case begins: permission, scope, lock, and the row of the lifecycle table."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from enforcement.lifecycle import CASE_LIFECYCLE
from enforcement.models import Case
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission
from foundation.record import audited


@contextmanager
def working_on(
    case_id: int,
    action: str,
    *,
    by: Actor,
    at: datetime,
    needs: Permission,
    under: Article,
    expected: int | None = None,
    why: str = "",
) -> Iterator[Case]:
    """Open the audit entry ``case:<action>`` and lock the case.

    Raises Forbidden, Case.DoesNotExist outside the actor's scope, and Stale.
    """
    by.require(needs)
    with audited(f"case:{action}", by=by, at=at, under=under, why=why):
        yield Case.objects.workable_by(by).locked(case_id, expected=expected)


@contextmanager
def taking(
    case_id: int,
    name: str,
    *,
    by: Actor,
    at: datetime,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
    why: str = "",
) -> Iterator[Case]:
    """Take the transition ``name`` after the body has prepared its facts, then save the case.

    Raises Refused with every standing obstacle; nothing of the body remains then.
    """
    transition = CASE_LIFECYCLE.transition(name)
    with audited(f"case:{name}", by=by, at=at, under=transition.article, why=why, overrides=overrides):
        case = Case.objects.workable_by(by).locked(case_id, expected=expected)
        yield case
        CASE_LIFECYCLE.take(case, name, by=by, at=at, overrides=overrides)
        case.save()
