"""Who is told in time, and who when time was not kept: handlers, heads, supervisors (Coercion Law, Art. 19, 25, 31)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from enforcement.models import CoerciveMeasure
from enforcement.services.coercion.telling import tell_handlers, tell_heads, tell_supervisors, thing_of
from enforcement.vocabulary.coercion import CoercionState
from foundation.due import cancel, handles, plan
from foundation.models import DueItem

APPROVE_SOON, UNAPPROVED = "coercion:approve_soon", "coercion:unapproved"
LAST_DAYS, OVERSTAYED = "coercion:last_days", "coercion:still_kept"
SERVE_TODAY, UNSERVED = "coercion:serve_today", "coercion:unserved"
KINDS = (APPROVE_SOON, UNAPPROVED, LAST_DAYS, OVERSTAYED, SERVE_TODAY, UNSERVED)
BEFORE_LAPSE = timedelta(hours=6)
BEFORE_END = timedelta(days=2)
DAY = timedelta(days=1)
MORNING = time(8)


def watch_measure(measure: CoerciveMeasure, *, at: datetime) -> None:
    """Plan who is told when; call it in the act that sets the days. Those of earlier days are dropped."""
    stop_watching(measure)
    if measure.approve_by is not None and measure.approved_at is None:
        _plan(APPROVE_SOON, measure, measure.approve_by - BEFORE_LAPSE, at)
        _plan(UNAPPROVED, measure, measure.approve_by, at)
    if measure.expires_on is not None:
        _plan(LAST_DAYS, measure, _morning(measure.expires_on - BEFORE_END), at)
        _plan(OVERSTAYED, measure, _morning(measure.expires_on + 2 * DAY), at)
    if measure.document_due_on is not None and measure.document_served_on is None:
        _plan(SERVE_TODAY, measure, _morning(measure.document_due_on), at)
        _plan(UNSERVED, measure, _morning(measure.document_due_on + DAY), at)


def watch_things(measure: CoerciveMeasure, *, at: datetime) -> None:
    """Two mornings after a lapse somebody looks whether everything went back."""
    if measure.over_on is not None:
        _plan(OVERSTAYED, measure, _morning(measure.over_on + 2 * DAY), at)


def stop_watching(measure: CoerciveMeasure) -> None:
    """Nobody is told any more: the measure is over, or its days are other ones now."""
    for kind in KINDS:
        cancel(kind=kind, thing=thing_of(measure))


@handles(APPROVE_SOON)
def remind_heads(item: DueItem, at: datetime) -> None:
    """COE-2: six hours before it lapses the heads are told again."""
    measure = measure_of(item)
    if measure.state == CoercionState.APPLIED and measure.approved_at is None:
        tell_heads(measure, kind=APPROVE_SOON, at=at)


@handles(UNAPPROVED)
def tell_of_no_approval(item: DueItem, at: datetime) -> None:
    """COE-2: what nobody approved in a day is told to the supervisors."""
    measure = measure_of(item)
    if measure.approved_at is None:
        tell_supervisors(measure, kind=UNAPPROVED, at=at)


@handles(LAST_DAYS)
def warn_heads(item: DueItem, at: datetime) -> None:
    """COE-5: two days before the end the heads are told, since they alone extend."""
    measure = measure_of(item)
    if measure.state == CoercionState.APPLIED:
        tell_heads(measure, kind=LAST_DAYS, at=at)


@handles(OVERSTAYED)
def tell_of_things_kept(item: DueItem, at: datetime) -> None:
    """COE-5: things that are still kept after the term are told to the supervisors."""
    measure = measure_of(item)
    if measure.state == CoercionState.EXPIRED and measure.kept_items():
        tell_supervisors(measure, kind=OVERSTAYED, at=at)


@handles(SERVE_TODAY)
def remind_of_service(item: DueItem, at: datetime) -> None:
    """COE-6: on the last day of three the handlers are told to serve the freezing decision."""
    measure = measure_of(item)
    if _is_unserved(measure):
        tell_handlers(measure, kind=SERVE_TODAY, at=at)


@handles(UNSERVED)
def tell_of_no_service(item: DueItem, at: datetime) -> None:
    """COE-6: a freezing decision that was not served in time is told to heads and supervisors."""
    measure = measure_of(item)
    if _is_unserved(measure):
        tell_heads(measure, kind=UNSERVED, at=at)
        tell_supervisors(measure, kind=UNSERVED, at=at)


def _is_unserved(measure: CoerciveMeasure) -> bool:
    return measure.state == CoercionState.APPLIED and measure.document_served_on is None


def _plan(kind: str, measure: CoerciveMeasure, due_at: datetime, at: datetime) -> None:
    plan(kind=kind, thing=thing_of(measure), due_at=max(at, due_at), round=2 if measure.extended_on else 1)


def _morning(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, MORNING))


def measure_of(item: DueItem) -> CoerciveMeasure:
    """The measure that a due item speaks of."""
    found: CoerciveMeasure = CoerciveMeasure.objects.select_related("case").get(
        pk=item.thing.partition(":")[2]
    )
    return found
