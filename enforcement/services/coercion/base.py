"""How every act on coercion begins: scope, lock, and the row of the lifecycle table (Art. 10 (2))."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from enforcement.lifecycle.coercion import COERCION_LIFECYCLE, obstacles_to_coercion_act
from enforcement.models import CoerciveExecution, CoerciveMeasure
from enforcement.rules.coercion_acting import obstacles_to_lacking_execution
from enforcement.rules.coercion_terms import ARTICLE
from enforcement.services.cases.base import refuse
from foundation.actors import Actor
from foundation.permissions import Permission
from foundation.record import audited


@contextmanager
def taking_step(
    measure_id: int,
    name: str,
    *,
    by: Actor,
    at: datetime,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
    why: str = "",
    parts: list[Any] | None = None,
) -> Iterator[CoerciveMeasure]:
    """Take the transition ``name`` after the body has prepared its facts, then save the measure.

    Rows that the body put into ``parts`` are saved once the transition is allowed. Raises Refused with
    every standing obstacle, CoerciveMeasure.DoesNotExist outside the actor's organ, and Stale.
    """
    with audited(f"coercion:{name}", by=by, at=at, under=ARTICLE, why=why):
        measure: CoerciveMeasure = CoerciveMeasure.objects.workable_by(by).locked(
            measure_id, expected=expected
        )
        measure.reason = why
        yield measure
        COERCION_LIFECYCLE.take(measure, name, by=by, at=at, overrides=overrides)
        measure.save()
        for part in parts or ():
            part.save()


@contextmanager
def after_step(
    measure_id: int,
    name: str,
    *,
    by: Actor,
    at: datetime,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
    why: str = "",
    typed: dict[str, Any] | None = None,
) -> Iterator[CoerciveMeasure]:
    """Like ``taking_step``, but the rules see the measure as it was, with ``typed`` alone; the body comes after."""
    with audited(f"coercion:{name}", by=by, at=at, under=ARTICLE, why=why):
        measure: CoerciveMeasure = CoerciveMeasure.objects.workable_by(by).locked(
            measure_id, expected=expected
        )
        measure.reason = why
        for field, value in (typed or {}).items():
            setattr(measure, field, value)
        COERCION_LIFECYCLE.take(measure, name, by=by, at=at, overrides=overrides)
        yield measure
        measure.save()


@contextmanager
def working_on_measure(
    measure_id: int,
    action: str,
    *,
    by: Actor,
    at: datetime,
    expected: int | None = None,
    why: str = "",
    needs: Permission = Permission.COERCION_PROPOSE,
) -> Iterator[CoerciveMeasure]:
    """Open the audit entry ``coercion:<action>``, lock the measure, and save it when the body is done.

    Raises Forbidden, CoerciveMeasure.DoesNotExist outside the actor's organ, Stale, and Refused when the
    act makes no sense in the state of the measure.
    """
    by.require(needs)
    with audited(f"coercion:{action}", by=by, at=at, under=ARTICLE, why=why):
        measure = CoerciveMeasure.objects.workable_by(by).locked(measure_id, expected=expected)
        refuse(obstacles_to_coercion_act(action, measure.state, kind=measure.kind))
        yield measure
        measure.save()


def execution_of(measure: CoerciveMeasure) -> CoerciveExecution:
    """What the measure has as an execution; raises Refused for one that is none."""
    refuse(obstacles_to_lacking_execution(measure.kind))
    found: CoerciveExecution = measure.execution
    return found
