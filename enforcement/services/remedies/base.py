"""How every act on a remedy begins: audit entry, scope, lock, and the row of the lifecycle table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime

from enforcement.lifecycle.remedies import FAIR, HANDLE, REMEDY_LIFECYCLE
from enforcement.models import Officer, Remedy
from enforcement.rules.remedies import obstacles_to_late_remedy_act
from enforcement.services.cases.base import refuse
from enforcement.services.deadlines.watching import case_officers, heads_of
from enforcement.services.notifications import notify
from enforcement.services.remedies.court_time import keep_court_time
from enforcement.services.remedies.watching import stop_watching_answer
from foundation.actors import Actor
from foundation.record import audited


@contextmanager
def taking_remedy(
    remedy_id: int, name: str, *, by: Actor, at: datetime, expected: int | None = None, why: str = ""
) -> Iterator[Remedy]:
    """Take the transition ``name`` after the body has prepared its facts, then save the remedy.

    Raises Refused with every standing obstacle, Remedy.DoesNotExist outside the actor's organ, and Stale.
    """
    with audited(f"remedy:{name}", by=by, at=at, under=FAIR, why=why):
        remedy: Remedy = Remedy.objects.workable_by(by).locked(remedy_id, expected=expected)
        yield remedy
        REMEDY_LIFECYCLE.take(remedy, name, by=by, at=at)
        remedy.save()
        if not remedy.is_pending:
            stop_watching_answer(remedy)
            keep_court_time(remedy.case, at=at)


@contextmanager
def changing_remedy(
    remedy_id: int, verb: str, *, by: Actor, at: datetime, expected: int | None, why: str = ""
) -> Iterator[Remedy]:
    """Change a pending remedy without a step of its life; raises Refused when it is over, Forbidden and Stale."""
    by.require(HANDLE)
    with audited(f"remedy:{verb}", by=by, at=at, under=FAIR, why=why):
        remedy: Remedy = Remedy.objects.workable_by(by).locked(remedy_id, expected=expected)
        refuse(obstacles_to_late_remedy_act(remedy.state))
        yield remedy
        remedy.save()


def tell_of(remedy: Remedy, kind: str, *, at: datetime, but: int | None = None) -> None:
    """Tell who handles the case, and the heads, but not who did it."""
    told: Iterable[Officer] = {*case_officers(remedy.case), *heads_of(remedy.case)}
    for officer in sorted(told, key=lambda officer: officer.pk):
        if officer.pk != but:
            notify(
                officer,
                kind=kind,
                thing=f"remedy:{remedy.pk}",
                at=at,
                url=remedy.get_absolute_url(),
                data={"number": str(remedy.case)},
            )
