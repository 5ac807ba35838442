"""How long a measure lasts: extended once, testing left out, its decision served (Coercion Law, Art. 25, 31-32)."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models import CoerciveMeasure, TestingTime
from enforcement.rules.coercion_terms import LONGEST_TERM, term_ends_on
from enforcement.rules.dates import future_days, not_before
from enforcement.services.cases.base import officer_of, refuse
from enforcement.services.coercion.base import after_step, working_on_measure
from enforcement.services.coercion.lapsing import plan_what_follows
from enforcement.services.coercion.telling import tell_handlers, thing_of
from enforcement.services.coercion.watching import SERVE_TODAY, UNSERVED
from foundation.actors import Actor
from foundation.due import cancel


def extend_measure(
    measure_id: int,
    *,
    by: Actor,
    at: datetime,
    days: int,
    reason: str,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> CoerciveMeasure:
    """Extend the term once, for thirty days at most, by a head who does not handle the case (COE-5)."""
    typed = {"extension_days": days, "extension_reason": reason}
    with after_step(
        measure_id, "extend", by=by, at=at, expected=expected, overrides=overrides, why=reason, typed=typed
    ) as measure:
        measure.extended_on, measure.extended_by = timezone.localdate(at), officer_of(by)
        _count_term(measure)
        plan_what_follows(measure, at=at)
        tell_handlers(measure, kind="coercion:extended", at=at)
    return measure


def add_testing(
    measure_id: int,
    *,
    by: Actor,
    at: datetime,
    what: str,
    started_on: date,
    ended_on: date,
    told_on: date,
    expected: int | None = None,
) -> CoerciveMeasure:
    """Record days of testing that were told to the party: they do not count (Art. 25 (3))."""
    with working_on_measure(measure_id, "add_testing", by=by, at=at, expected=expected) as measure:
        refuse(future_days(timezone.localdate(at), started_on=started_on, told_on=told_on))
        refuse(not_before("ended_on", ended_on, started_on, _("Testing cannot end before it began.")))
        TestingTime(
            measure=measure, what=what, started_on=started_on, ended_on=ended_on, told_on=told_on
        ).save()
        _count_term(measure)
        plan_what_follows(measure, at=at)
    return measure


def serve_document(
    measure_id: int, *, by: Actor, at: datetime, served_on: date, expected: int | None = None
) -> CoerciveMeasure:
    """Record when the freezing decision reached the party: three working days (COE-6)."""
    with working_on_measure(measure_id, "serve_document", by=by, at=at, expected=expected) as measure:
        refuse(future_days(timezone.localdate(at), served_on=served_on))
        applied_on = timezone.localdate(measure.applied_at)
        refuse(
            not_before("served_on", served_on, applied_on, _("It cannot be served before it was applied."))
        )
        measure.document_served_on = served_on
        for kind in (SERVE_TODAY, UNSERVED):
            cancel(kind=kind, thing=thing_of(measure))
    return measure


def _count_term(measure: CoerciveMeasure) -> None:
    """The last day, with extension and without the days of testing."""
    days = (measure.term_days or LONGEST_TERM) + (measure.extension_days or 0)
    applied_on = timezone.localdate(measure.applied_at)
    measure.expires_on = term_ends_on(applied_on, days=days, testing=measure.tested_days())
