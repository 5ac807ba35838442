"""Executing a decision by force, after a demand and with every chance to perform (Coercion Law, Art. 35-52)."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from enforcement.models import CoerciveMeasure
from enforcement.rules.coercion_terms import demand_ends_on
from enforcement.rules.dates import future_days
from enforcement.services.calendar import work_calendar
from enforcement.services.cases.base import refuse
from enforcement.services.coercion.base import execution_of, taking_step, working_on_measure
from enforcement.services.coercion.lapsing import END, plan_end
from enforcement.services.coercion.telling import thing_of
from foundation.actors import Actor
from foundation.due import cancel


def serve_demand(
    measure_id: int,
    *,
    by: Actor,
    at: datetime,
    demand: str,
    served_on: date,
    days: int | None = None,
    expected: int | None = None,
) -> CoerciveMeasure:
    """Serve the written demand: the party gets ten working days, or more (COE-9; Art. 35, 69)."""
    with working_on_measure(measure_id, "serve_demand", by=by, at=at, expected=expected) as measure:
        refuse(future_days(timezone.localdate(at), served_on=served_on))
        execution = execution_of(measure)
        execution.demand, execution.demand_served_on = demand, served_on
        execution.demand_until = demand_ends_on(served_on, work_calendar(), kind=measure.kind, days=days)
        execution.save()
    return measure


def answer_demand(
    measure_id: int,
    *,
    by: Actor,
    at: datetime,
    defence: str,
    defence_answer: str = "",
    expected: int | None = None,
) -> CoerciveMeasure:
    """Record what the party said against the demand, and how it was weighed (Art. 36)."""
    with working_on_measure(measure_id, "answer_demand", by=by, at=at, expected=expected) as measure:
        execution = execution_of(measure)
        execution.defence, execution.defence_answer = defence, defence_answer
        execution.save()
    return measure


def announce_demolition(
    measure_id: int,
    *,
    by: Actor,
    at: datetime,
    announced_on: date,
    remedies_until: date,
    remedy_pending: bool = False,
    expected: int | None = None,
) -> CoerciveMeasure:
    """Record the announcement, and until when the party may ask for remedies (COE-10; Art. 44)."""
    with working_on_measure(measure_id, "announce", by=by, at=at, expected=expected) as measure:
        refuse(future_days(timezone.localdate(at), announced_on=announced_on))
        execution = execution_of(measure)
        execution.announced_on, execution.remedies_until = announced_on, remedies_until
        execution.remedy_pending = remedy_pending
        execution.save()
    return measure


def agree_on_execution(
    measure_id: int,
    *,
    by: Actor,
    at: datetime,
    agreement: str,
    waives_surcharge: bool = False,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> CoerciveMeasure:
    """Agree on instalments instead of force; a surcharge may be waived (COE-12; Art. 42)."""
    parts: list[Any] = []
    with taking_step(
        measure_id, "agree", by=by, at=at, expected=expected, overrides=overrides, parts=parts
    ) as measure:
        execution = execution_of(measure)
        execution.agreed_on, execution.agreement = timezone.localdate(at), agreement
        execution.waives_surcharge = waives_surcharge
        parts.append(execution)
    return measure


def suspend_execution(
    measure_id: int,
    *,
    by: Actor,
    at: datetime,
    ground: str,
    reason: str,
    no_evident_harm: bool = False,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> CoerciveMeasure:
    """Suspend the execution on a ground of Article 39; after three years it may end for good (COE-13)."""
    parts: list[Any] = []
    with taking_step(
        measure_id, "suspend", by=by, at=at, expected=expected, overrides=overrides, why=reason, parts=parts
    ) as measure:
        execution = execution_of(measure)
        execution.suspended_on, execution.suspension_ground = timezone.localdate(at), ground
        execution.no_evident_harm = no_evident_harm
        parts.append(execution)
        plan_end(measure, execution.suspended_on, round=measure.version)
    return measure


def resume_execution(
    measure_id: int,
    *,
    by: Actor,
    at: datetime,
    reason: str,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> CoerciveMeasure:
    """Resume when the ground is gone or the agreement is not kept; what was approved stays approved."""
    parts: list[Any] = []
    with taking_step(
        measure_id, "resume", by=by, at=at, expected=expected, overrides=overrides, why=reason, parts=parts
    ) as measure:
        execution = execution_of(measure)
        execution.suspended_on, execution.suspension_ground = None, ""
        measure.applied_at = None
        parts.append(execution)
        cancel(kind=END, thing=thing_of(measure))
    return measure


def complete_execution(
    measure_id: int,
    *,
    by: Actor,
    at: datetime,
    cost: Decimal | None = None,
    note: str = "",
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> CoerciveMeasure:
    """Record that it was carried out, and what it cost; more than the estimate asks for a reason (COE-11)."""
    parts: list[Any] = []
    with taking_step(
        measure_id, "complete", by=by, at=at, expected=expected, overrides=overrides, why=note, parts=parts
    ) as measure:
        execution = execution_of(measure)
        execution.cost = cost
        parts.append(execution)
        measure.over_on, measure.end_reason = timezone.localdate(at), note
    return measure


def end_execution(
    measure_id: int,
    *,
    by: Actor,
    at: datetime,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> CoerciveMeasure:
    """End a suspended execution for good, where the law says so (COE-13; Art. 39 (2))."""
    with taking_step(measure_id, "end", by=by, at=at, expected=expected, overrides=overrides) as measure:
        measure.over_on = timezone.localdate(at)
        cancel(kind=END, thing=thing_of(measure))
    return measure
