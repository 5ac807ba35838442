"""From the first thought to the approval of a head who does not handle the case (Art. 5, 10 (2))."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from enforcement.models import Case, CoerciveExecution, CoerciveMeasure
from enforcement.rules.coercion_need import obstacles_to_need
from enforcement.rules.coercion_terms import ARTICLE
from enforcement.services.cases.base import officer_of, refuse, write
from enforcement.services.coercion.base import after_step, taking_step, working_on_measure
from enforcement.services.coercion.lapsing import APPROVE
from enforcement.services.coercion.telling import tell_handlers, tell_heads, thing_of
from enforcement.services.coercion.times import ask_the_clock
from enforcement.services.coercion.watching import APPROVE_SOON, UNAPPROVED
from enforcement.services.numbers import next_number
from enforcement.services.publicity import publicity_of_measure
from enforcement.vocabulary.coercion import EXECUTIONS, CoercionState
from enforcement.vocabulary.procedure import DocumentKind
from foundation.actors import Actor
from foundation.due import cancel
from foundation.permissions import Permission
from foundation.record import audited

NOTE = frozenset(
    {"means_tried", "why_useless", "alternative", "why_not_enough", "legal_basis", "basis_level"}
    | {
        "scope",
        "place",
        "amount",
        "term_days",
        "planned_at",
        "cuts_utilities",
        "is_dwelling",
        "urgent_reason",
    }
)
OF_EXECUTION = frozenset({"hides_assets", "clears_at_once", "budget"})


def draft_measure(*, by: Actor, at: datetime, case: Case, kind: str, **values: Any) -> CoerciveMeasure:
    """Begin to consider coercion in a case of the actor's organ; nothing is proposed yet.

    Raises Forbidden, and Case.DoesNotExist for a case that the actor does not work on.
    """
    by.require(Permission.COERCION_PROPOSE)
    known = Case.objects.workable_by(by).select_related("organ").get(pk=case.pk)
    with audited("coercion:draft", by=by, at=at, under=ARTICLE):
        measure = CoerciveMeasure(case=known, kind=kind, prepared_at=at, prepared_by=officer_of(by))
        measure.place_under(known.organ)
        execution = {name: values.pop(name) for name in OF_EXECUTION if name in values}
        write(measure, values, among=NOTE)
        measure.save()
        if kind in EXECUTIONS:
            row = CoerciveExecution(measure=measure)
            write(row, execution, among=OF_EXECUTION)
            row.save()
        return measure


def draft_in_case(
    case_id: int, *, by: Actor, at: datetime, kind: str, expected: int | None = None, **values: Any
) -> CoerciveMeasure:
    """``draft_measure`` as it is asked for on the page of a case."""
    case = Case.objects.workable_by(by).get(pk=case_id)
    return draft_measure(by=by, at=at, case=case, kind=kind, **values)


def edit_measure(
    measure_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> CoerciveMeasure:
    """Correct what is proposed. What was approved becomes a proposal again: its approval is void.

    Raises Refused when a proposal would lose what it must say.
    """
    states = CoerciveMeasure.objects.workable_by(by).values_list("state", flat=True)
    if states.get(pk=measure_id) == CoercionState.APPROVED:
        return _revise(measure_id, by=by, at=at, expected=expected, values=values)
    with working_on_measure(measure_id, "edit", by=by, at=at, expected=expected) as measure:
        _write_note(measure, values)
        if measure.state == CoercionState.PROPOSED:
            refuse(obstacles_to_need(measure.facts(by=by, at=at)))
    return measure


def _revise(
    measure_id: int, *, by: Actor, at: datetime, expected: int | None, values: dict[str, Any]
) -> CoerciveMeasure:
    with taking_step(measure_id, "revise", by=by, at=at, expected=expected) as measure:
        _write_note(measure, values)
        measure.approved_at, measure.approved_by, measure.approval_note = None, None, ""
        measure.proposed_at, measure.proposed_by = at, officer_of(by)
        tell_heads(measure, kind="coercion:void", at=at)
    return measure


def _write_note(measure: CoerciveMeasure, values: dict[str, Any]) -> None:
    execution = {name: values.pop(name) for name in OF_EXECUTION if name in values}
    write(measure, values, among=NOTE)
    row = getattr(measure, "execution", None)
    if row is not None and execution:
        write(row, execution, among=OF_EXECUTION)
        row.save()


def propose_measure(
    measure_id: int,
    *,
    by: Actor,
    at: datetime,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> CoerciveMeasure:
    """Put the necessity note before the heads; raises Refused while it says too little (COE-1)."""
    with taking_step(measure_id, "propose", by=by, at=at, expected=expected, overrides=overrides) as measure:
        if measure.planned_at is not None:
            ask_the_clock(measure, measure.planned_at)
        measure.proposed_at, measure.proposed_by = at, officer_of(by)
        tell_heads(measure, kind="coercion:to_approve", at=at)
    return measure


def approve_measure(
    measure_id: int,
    *,
    by: Actor,
    at: datetime,
    note: str = "",
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> CoerciveMeasure:
    """Approve as it is proposed; raises Refused for whoever handles the case or proposed it (COE-2)."""
    with taking_step(
        measure_id, "approve", by=by, at=at, expected=expected, overrides=overrides, why=note
    ) as measure:
        _mark_approved(measure, by=by, at=at, note=note)
        tell_handlers(measure, kind="coercion:approved", at=at)
    return measure


def confirm_measure(
    measure_id: int,
    *,
    by: Actor,
    at: datetime,
    note: str = "",
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> CoerciveMeasure:
    """Approve afterwards what was applied in urgency, within 24 hours (Coercion Law, Art. 19)."""
    with after_step(
        measure_id, "confirm", by=by, at=at, expected=expected, overrides=overrides, why=note
    ) as measure:
        _mark_approved(measure, by=by, at=at, note=note)
        for kind in (APPROVE, APPROVE_SOON, UNAPPROVED):
            cancel(kind=kind, thing=thing_of(measure))
        tell_handlers(measure, kind="coercion:approved", at=at)
        for publication in publicity_of_measure(measure, at=at):
            publication.save()
    return measure


def _mark_approved(measure: CoerciveMeasure, *, by: Actor, at: datetime, note: str) -> None:
    measure.approved_at, measure.approved_by, measure.approval_note = at, officer_of(by), note
    if not measure.number:
        measure.number = next_number(organ=measure.organ, kind=DocumentKind.COERCION, at=at)


def return_to_draft(
    measure_id: int,
    *,
    by: Actor,
    at: datetime,
    reason: str,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> CoerciveMeasure:
    """Send the proposal back with what is missing, or why milder means should come first."""
    with taking_step(
        measure_id, "return_to_draft", by=by, at=at, expected=expected, overrides=overrides, why=reason
    ) as measure:
        measure.proposed_at, measure.proposed_by = None, None
        tell_handlers(measure, kind="coercion:sent_back", at=at)
    return measure


def withdraw_measure(
    measure_id: int,
    *,
    by: Actor,
    at: datetime,
    reason: str,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> CoerciveMeasure:
    """Drop what was never applied, with the reason: often milder means were enough."""
    with taking_step(
        measure_id, "withdraw", by=by, at=at, expected=expected, overrides=overrides, why=reason
    ) as measure:
        measure.over_on, measure.end_reason = timezone.localdate(at), reason
    return measure
