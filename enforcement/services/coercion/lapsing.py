"""What comes by itself: the alert before the end, and the end when nobody acts (Coercion Law, Art. 19, 25, 39)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from enforcement.lifecycle.coercion import COERCION_LIFECYCLE
from enforcement.models import CoerciveMeasure
from enforcement.rules.coercion_terms import alert_on, execution_ends_on
from enforcement.services.coercion.base import taking_step
from enforcement.services.coercion.telling import tell_handlers, tell_heads, thing_of
from enforcement.services.coercion.watching import (
    measure_of,
    stop_watching,
    watch_measure,
    watch_things,
)
from enforcement.vocabulary.coercion import CoercionState
from foundation.actors import SCHEDULER
from foundation.due import cancel, handles, plan
from foundation.models import DueItem

APPROVE, ALERT, EXPIRE, END = "coercion:approve_or_lapse", "coercion:alert", "coercion:expire", "coercion:end"
MORNING = time(8)


def plan_what_follows(measure: CoerciveMeasure, *, at: datetime) -> None:
    """Plan the end of the day without approval, the alert, and the end of the term; call it in the act."""
    thing = thing_of(measure)
    until = measure.approve_by
    if until is not None and measure.approved_at is None:
        plan(kind=APPROVE, thing=thing, due_at=until)
    if measure.expires_on is not None:
        rounds = 2 if measure.extended_on else 1
        plan(kind=ALERT, thing=thing, due_at=max(at, _morning(alert_on(measure.expires_on))), round=rounds)
        plan(kind=EXPIRE, thing=thing, due_at=_start(measure.expires_on + timedelta(days=1)))
    watch_measure(measure, at=at)


def plan_end(measure: CoerciveMeasure, suspended_on: date, *, round: int) -> None:
    """COE-13: look again after three years of suspension whether the execution has ended for good."""
    plan(kind=END, thing=thing_of(measure), due_at=_morning(execution_ends_on(suspended_on)), round=round)


def forget_what_follows(measure: CoerciveMeasure) -> None:
    """Cancel what was planned for a measure that is over."""
    _forget_its_end(measure)
    stop_watching(measure)


def _forget_its_end(measure: CoerciveMeasure) -> None:
    """Who is told of things that stay kept is still told after a lapse."""
    for kind in (APPROVE, ALERT, EXPIRE, END):
        cancel(kind=kind, thing=thing_of(measure))


@handles(APPROVE)
def lapse_without_approval(item: DueItem, at: datetime) -> None:
    """COE-2: what nobody approved within 24 hours lapses."""
    measure = measure_of(item)
    if measure.state == CoercionState.APPLIED and measure.approved_at is None:
        _expire(measure, at=at)


@handles(EXPIRE)
def lapse_when_over(item: DueItem, at: datetime) -> None:
    """COE-5: a measure whose term is over lapses; its things go back at once."""
    measure = measure_of(item)
    if measure.state == CoercionState.APPLIED:
        _expire(measure, at=at)


@handles(ALERT)
def alert_before_end(item: DueItem, at: datetime) -> None:
    """COE-5: five days before the end handlers and heads are told."""
    measure = measure_of(item)
    if measure.state == CoercionState.APPLIED:
        tell_handlers(measure, kind="coercion:expires", at=at)
        tell_heads(measure, kind="coercion:expires", at=at)


@handles(END)
def end_after_three_years(item: DueItem, at: datetime) -> None:
    """COE-13: end a suspended execution for good where the law says so; otherwise it stays suspended."""
    measure = measure_of(item)
    if measure.state != CoercionState.SUSPENDED:
        return
    if COERCION_LIFECYCLE.obstacles(measure, "end", by=SCHEDULER, at=at):
        tell_handlers(measure, kind="coercion:three_years", at=at)
        return
    with taking_step(measure.pk, "end", by=SCHEDULER, at=at) as ending:
        ending.over_on = timezone.localdate(at)
        tell_handlers(ending, kind="coercion:ended", at=at)


def _expire(measure: CoerciveMeasure, *, at: datetime) -> None:
    with taking_step(measure.pk, "expire", by=SCHEDULER, at=at) as lapsing:
        lapsing.over_on = timezone.localdate(at)
        _forget_its_end(lapsing)
        watch_things(lapsing, at=at)
        tell_handlers(lapsing, kind="coercion:lapsed", at=at)
        tell_heads(lapsing, kind="coercion:lapsed", at=at)


def _morning(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, MORNING))


def _start(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))
