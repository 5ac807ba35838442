"""How every act on a case begins: permission, scope, lock, and the row of the lifecycle table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from enforcement.lifecycle import CASE_LIFECYCLE, obstacles_to_act
from enforcement.models import Case, Officer
from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Obstacle, Refused
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
    """Open the audit entry ``case:<action>``, lock the case, and save it when the body is done.

    Raises Forbidden, Case.DoesNotExist outside the actor's scope, Stale, and Refused when the act makes
    no sense in the state of the case.
    """
    by.require(needs)
    with audited(f"case:{action}", by=by, at=at, under=under, why=why):
        case = Case.objects.workable_by(by).locked(case_id, expected=expected)
        refuse(obstacles_to_act(action, case.state))
        yield case
        case.save()


def officer_of(by: Actor) -> Officer:
    """The officer who acts; raises Officer.DoesNotExist for the scheduler."""
    return Officer.objects.get(pk=by.officer_id or 0)


def refuse(obstacles: Iterable[Obstacle]) -> None:
    """Raise Refused with all ``obstacles`` when there are any."""
    found = list(obstacles)
    if found:
        raise Refused(found)


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
    parts: list[Any] | None = None,
) -> Iterator[Case]:
    """Take the transition ``name`` after the body has prepared its facts, then save the case.

    Rows that the body put into ``parts`` are saved once the transition is allowed, so that a rule speaks
    before a constraint does. Raises Refused with every standing obstacle; nothing of the body remains then.
    """
    transition = CASE_LIFECYCLE.transition(name)
    with audited(f"case:{name}", by=by, at=at, under=transition.article, why=why):
        case = Case.objects.workable_by(by).locked(case_id, expected=expected)
        yield case
        CASE_LIFECYCLE.take(case, name, by=by, at=at, overrides=overrides)
        case.save()
        for part in parts or ():
            part.save()


def write(row: Any, values: dict[str, Any], *, among: frozenset[str]) -> None:
    """Set ``values`` on ``row``; raises TypeError for a name that is not ``among`` those a person may set."""
    if unknown := set(values) - among:
        raise TypeError(f"{type(row).__name__}: nobody sets {sorted(unknown)}")
    for name, value in values.items():
        setattr(row, name, value)
