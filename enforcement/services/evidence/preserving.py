"""Prior registration of evidence that may be lost: proposed, approved, dealt with, or lapsed (EVI-2)."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from enforcement.models import Case, Officer, Preservation
from enforcement.rules import limits
from enforcement.rules.evidence import (
    obstacles_to_approving_preservation,
    obstacles_to_ending_preservation,
)
from enforcement.services.calendar import last_day_of, morning_after
from enforcement.services.cases.base import officer_of, refuse, working_on
from enforcement.services.notifications import notify
from enforcement.vocabulary import CaseRole, PreservationState
from foundation.actors import SCHEDULER, Actor
from foundation.articles import Article
from foundation.due import cancel, handles, plan
from foundation.models import DueItem
from foundation.permissions import Permission

LAPSE = "preservation:lapse"


def preserve_evidence(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    items: str,
    place: str,
    reason: str,
    expected: int | None = None,
) -> Case:
    """Propose to register evidence that may be lost or is hard to get later; the head decides."""
    with working_on(
        case_id,
        "preserve_evidence",
        by=by,
        at=at,
        needs=Permission.CASE_HANDLE,
        under=Article(6),
        expected=expected,
        why=reason,
    ) as case:
        Preservation(
            case=case,
            items=items,
            place=place,
            reason=reason,
            proposed_by=officer_of(by),
            proposed_on=timezone.localdate(at),
        ).save()
        return case


def approve_preservation(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    preservation: Preservation,
    is_approved: bool,
    note: str = "",
    expected: int | None = None,
) -> Case:
    """Approve or refuse; the seven working days begin now (Penalty Law, Art. 56, 85)."""
    with working_on(
        case_id,
        "approve_preservation",
        by=by,
        at=at,
        needs=Permission.CASE_APPROVE,
        under=Article(6),
        expected=expected,
        why=note,
    ) as case:
        row = case.preservations.get(pk=preservation.pk, state=PreservationState.PROPOSED)
        head = officer_of(by)
        refuse(
            obstacles_to_approving_preservation(
                is_proposer=row.proposed_by_id == head.pk,
                is_handler=case.role_of(head.pk) == CaseRole.HANDLER,
            )
        )
        today = timezone.localdate(at)
        row.state = PreservationState.APPROVED if is_approved else PreservationState.REFUSED
        row.approved_by, row.approved_on, row.note = head, today, note
        if is_approved:
            row.decide_by = last_day_of(limits.registration, today)
            plan(kind=LAPSE, thing=_key(row), due_at=morning_after(row.decide_by))
        row.save()
        return case


def end_preservation(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    preservation: Preservation,
    ending: str,
    note: str = "",
    expected: int | None = None,
) -> Case:
    """Record what was done with registered evidence; raises Refused when none is registered."""
    with working_on(
        case_id,
        "end_preservation",
        by=by,
        at=at,
        needs=Permission.CASE_HANDLE,
        under=Article(6),
        expected=expected,
        why=note,
    ) as case:
        row = case.preservations.get(pk=preservation.pk)
        refuse(obstacles_to_ending_preservation(state=row.state, approved=PreservationState.APPROVED))
        row.state, row.ending, row.note = PreservationState.ENDED, ending, note
        row.ended_on = timezone.localdate(at)
        row.save()
        cancel(kind=LAPSE, thing=_key(row))
        return case


def lapse_preservation(case_id: int, *, by: Actor, at: datetime, preservation: Preservation) -> Case:
    """End a registration whose seven working days have passed undecided, and tell the handlers."""
    with working_on(
        case_id, "lapse_preservation", by=by, at=at, needs=Permission.CASE_HANDLE, under=Article(6)
    ) as case:
        row = case.preservations.get(pk=preservation.pk)
        row.state, row.ended_on = PreservationState.LAPSED, timezone.localdate(at)
        row.save()
        for officer in Officer.objects.filter(case_roles__case=case, case_roles__role=CaseRole.HANDLER):
            notify(
                officer,
                kind="preservation:lapsed",
                thing=_key(row),
                at=at,
                url=case.get_absolute_url(),
                data={"number": str(case)},
            )
        return case


@handles(LAPSE)
def lapse_when_due(item: DueItem, at: datetime) -> None:
    """EVI-2: registered evidence that nobody dealt with in seven working days is free again."""
    row = Preservation.objects.get(pk=item.thing.partition(":")[2])
    if row.state == PreservationState.APPROVED:
        lapse_preservation(row.case_id, by=SCHEDULER, at=at, preservation=row)


def _key(row: Preservation) -> str:
    return f"preservation:{row.pk}"
