"""The time in which a clue is verified, and who is told when it has passed (Penalty Law, Art. 54; FIL-1)."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from enforcement.models import Case, Officer
from enforcement.rules import limits
from enforcement.rules.filing import obstacles_to_longer_verification
from enforcement.rules.reasons import obstacles_to_silence
from enforcement.services.calendar import last_day_of, morning_after
from enforcement.services.cases.base import refuse, working_on
from enforcement.services.notifications import notify
from enforcement.services.profiles import profile_of
from enforcement.vocabulary import CaseState
from foundation.actors import Actor
from foundation.articles import Article
from foundation.due import handles, plan
from foundation.models import DueItem
from foundation.obstacles import Refused
from foundation.permissions import Permission, Role

VERIFY = "clue:verify"
EXTENDED = 2


def extend_verification(
    case_id: int, *, by: Actor, at: datetime, reason: str, expected: int | None = None
) -> Case:
    """Give a clue once more time to be verified, as far as the rules of the field allow."""
    refuse(obstacles_to_silence(reason, field="reason"))
    with working_on(
        case_id,
        "extend_verification",
        by=by,
        at=at,
        needs=Permission.CASE_APPROVE,
        under=Article(6),
        expected=expected,
        why=reason,
    ) as case:
        profile, opened_on = profile_of(case), timezone.localdate(case.opened_at)
        first = last_day_of(limits.verification, profile, opened_on)
        refuse(
            obstacles_to_longer_verification(
                is_allowed=profile.verification_extension is not None,
                is_extended=case.verify_by is not None and case.verify_by > first,
            )
        )
        if profile.verification_extension is not None:
            case.verify_by = last_day_of(limits.verification, profile, opened_on, extended=True)
            plan_verification(case, round=EXTENDED)
        return case


def set_time_to_verify(case: Case, *, at: datetime) -> None:
    """FIL-1: the time of the field; a clue is taken in also while the holidays of its year are unknown."""
    try:
        case.verify_by = last_day_of(limits.verification, profile_of(case), timezone.localdate(at))
    except Refused:
        case.verify_by = None


def plan_verification(case: Case, *, round: int = 1) -> None:
    """FIL-1: from the morning after its last day a clue that nobody decided on is told to the heads."""
    if case.verify_by is not None:
        due_at = morning_after(case.verify_by)
        plan(kind=VERIFY, thing=f"case:{case.pk}", due_at=due_at, round=round)


@handles(VERIFY)
def tell_of_unverified_clue(item: DueItem, at: datetime) -> None:
    """FIL-1: file it, or do not file it; the heads are told once a term."""
    case = Case.objects.get(pk=item.thing.partition(":")[2])
    overdue = case.verify_by is not None and timezone.localdate(at) > case.verify_by
    if case.state != CaseState.CLUE or not overdue:
        return
    for head in Officer.objects.active().filter(organ_id=case.organ_id, grants__role=Role.HEAD):
        notify(
            head,
            kind="clue:overdue",
            thing=item.thing,
            round=item.round,
            at=at,
            url=case.get_absolute_url(),
            data={"number": str(case), "day": case.verify_by.isoformat() if case.verify_by else ""},
        )
