"""Applying coercion on the spot, and in urgency before its approval (Coercion Law, Art. 18-19, 24)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from enforcement.models import CoerciveMeasure
from enforcement.rules.coercion_terms import LONGEST_TERM, document_due_on, term_ends_on
from enforcement.services.calendar import work_calendar
from enforcement.services.cases.base import officer_of
from enforcement.services.coercion.base import taking_step
from enforcement.services.coercion.lapsing import plan_what_follows
from enforcement.services.coercion.telling import tell_heads
from enforcement.services.coercion.times import ask_the_clock, note_the_clock
from enforcement.services.numbers import next_number
from enforcement.services.publicity import publicity_of_measure
from enforcement.vocabulary.coercion import CoercionKind
from enforcement.vocabulary.procedure import DocumentKind
from foundation.actors import Actor


def apply_measure(
    measure_id: int,
    *,
    by: Actor,
    at: datetime,
    applied_at: datetime,
    steps: list[str] | None = None,
    party_attended: bool | None = None,
    witness: str = "",
    site_note: str = "",
    exception: str = "",
    supervisor: str = "",
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> CoerciveMeasure:
    """Record that what was approved was applied, with the steps of Article 18 (COE-3).

    Raises Refused for a moment in the future, at a forbidden time or before the approval.
    """
    parts: list[Any] = []
    with taking_step(
        measure_id, "apply", by=by, at=at, expected=expected, overrides=overrides, parts=parts
    ) as measure:
        _write_site(measure, applied_at, steps, party_attended, witness, site_note)
        ask_the_clock(measure, applied_at, exception=exception)
        if measure.is_execution:
            measure.execution.supervisor = supervisor
            parts.append(measure.execution)
        note_the_clock(measure, applied_at, by=by, at=at, exception=exception)
        plan_what_follows(measure, at=at)
        parts += publicity_of_measure(measure, at=at)
    return measure


def apply_urgently(
    measure_id: int,
    *,
    by: Actor,
    at: datetime,
    applied_at: datetime,
    urgent_reason: str,
    steps: list[str] | None = None,
    party_attended: bool | None = None,
    witness: str = "",
    site_note: str = "",
    exception: str = "",
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> CoerciveMeasure:
    """Apply a measure before its approval; a head approves within 24 hours, or it lapses (COE-2)."""
    with taking_step(
        measure_id, "apply_urgently", by=by, at=at, expected=expected, overrides=overrides, why=urgent_reason
    ) as measure:
        measure.is_urgent, measure.urgent_reason = True, urgent_reason
        if measure.proposed_by is None:
            measure.proposed_at, measure.proposed_by = at, officer_of(by)
        _write_site(measure, applied_at, steps, party_attended, witness, site_note)
        ask_the_clock(measure, applied_at, exception=exception)
        measure.number = measure.number or next_number(organ=measure.organ, kind=DocumentKind.COERCION, at=at)
        note_the_clock(measure, applied_at, by=by, at=at, exception=exception)
        plan_what_follows(measure, at=at)
        tell_heads(measure, kind="coercion:urgent", at=at)
    return measure


def _write_site(
    measure: CoerciveMeasure,
    applied_at: datetime,
    steps: list[str] | None,
    party_attended: bool | None,
    witness: str,
    site_note: str,
) -> None:
    measure.applied_at, measure.site_steps = applied_at, list(steps or ())
    measure.party_attended, measure.witness, measure.site_note = party_attended, witness, site_note
    applied_on = timezone.localdate(applied_at)
    if not measure.is_execution:
        measure.expires_on = term_ends_on(applied_on, days=measure.term_days or LONGEST_TERM)
    if measure.kind == CoercionKind.FREEZE:
        measure.document_due_on = document_due_on(applied_on, work_calendar())
