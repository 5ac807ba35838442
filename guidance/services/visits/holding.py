"""Holding a return visit and telling the party what came of it (Art. 8 (8))."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time

from django.utils import timezone

from enforcement.services.cases.people import release_from_case
from enforcement.vocabulary import CaseRole
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission
from foundation.record import audited
from guidance.lifecycle.visits import VISIT_LIFECYCLE
from guidance.models import ReturnVisit
from guidance.services.hours import signal_visit
from guidance.services.visits.planning import plan_second


@contextmanager
def _taking(
    visit_id: int,
    name: str,
    *,
    by: Actor,
    at: datetime,
    expected: int | None,
    overrides: dict[str, str] | None,
    why: str = "",
) -> Iterator[ReturnVisit]:
    transition = VISIT_LIFECYCLE.transition(name)
    with audited(f"visit:{name}", by=by, at=at, under=transition.article, why=why):
        visit = ReturnVisit.objects.workable_by(by).locked(visit_id, expected=expected)
        yield visit
        VISIT_LIFECYCLE.take(visit, name, by=by, at=at, overrides=overrides)
        visit.save()


def hold_visit(
    visit_id: int,
    *,
    by: Actor,
    at: datetime,
    mode: str,
    held_on: date,
    rectified: str,
    held_time: time | None = None,
    recurred: bool | None = None,
    difficulties: str = "",
    guidance_wanted: str = "",
    opinions: str = "",
    satisfaction: int | None = None,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> ReturnVisit:
    """Record what the visit showed: rectification, recurrence, difficulties, wishes.

    What the party says of officers' conduct is not recorded here.
    """
    with _taking(visit_id, "hold", by=by, at=at, expected=expected, overrides=overrides) as visit:
        visit.mode, visit.held_on, visit.rectified, visit.recurred = mode, held_on, rectified, recurred
        visit.difficulties, visit.guidance_wanted, visit.opinions = difficulties, guidance_wanted, opinions
        visit.satisfaction, visit.held_time = satisfaction, held_time
        signal_visit(visit, by=by, at=at)
    return visit


def record_attempt(
    visit_id: int, *, by: Actor, at: datetime, note: str, expected: int | None = None
) -> ReturnVisit:
    """Record one attempt to reach the party."""
    by.require(Permission.VISIT_HOLD)
    with audited("visit:attempt", by=by, at=at, under=Article(8, "8"), why=note):
        visit: ReturnVisit = ReturnVisit.objects.workable_by(by).locked(visit_id, expected=expected)
        visit.attempts += 1
        visit.save()
        return visit


def refuse_visit(
    visit_id: int,
    *,
    by: Actor,
    at: datetime,
    note: str,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> ReturnVisit:
    """Record that the party did not want to be visited; it has no consequence."""
    with _taking(visit_id, "refuse", by=by, at=at, expected=expected, overrides=overrides, why=note) as visit:
        pass
    return visit


def give_up(
    visit_id: int,
    *,
    by: Actor,
    at: datetime,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> ReturnVisit:
    """Record that the party was not reached in three attempts."""
    with _taking(visit_id, "give_up", by=by, at=at, expected=expected, overrides=overrides) as visit:
        pass
    return visit


def close_visit(
    visit_id: int,
    *,
    by: Actor,
    at: datetime,
    feedback: str = "",
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> ReturnVisit:
    """Close the visit with the feedback given to the party."""
    with _taking(visit_id, "close", by=by, at=at, expected=expected, overrides=overrides) as visit:
        visit.feedback = feedback
        visit.closed_on = timezone.localdate(at)
        plan_second(visit, at=at)
    return visit


def cancel_visit(
    visit_id: int,
    *,
    by: Actor,
    at: datetime,
    reason: str,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> ReturnVisit:
    """Cancel a visit that has become pointless, with the reason; its visitors are free again."""
    with _taking(
        visit_id, "cancel", by=by, at=at, expected=expected, overrides=overrides, why=reason
    ) as visit:
        for person in visit.visitors.select_related("officer"):
            release_from_case(visit.case, person.officer, CaseRole.VISITOR)
    return visit
