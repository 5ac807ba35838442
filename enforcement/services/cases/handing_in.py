"""A decision on the spot is filed with the organ in the days of its field (Penalty Law, Art. 52; DEC-1)."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from enforcement.models import Case
from enforcement.rules import limits
from enforcement.rules.summary import obstacles_to_handing_in
from enforcement.services.calendar import last_day_of, morning_after
from enforcement.services.cases.base import refuse, working_on
from enforcement.services.deadlines.watching import case_officers, heads_of
from enforcement.services.notifications import notify
from enforcement.services.profiles import profile_of
from foundation.actors import Actor
from foundation.articles import Article
from foundation.due import cancel, handles, plan
from foundation.models import DueItem
from foundation.obstacles import Refused
from foundation.permissions import Permission

LATE = "summary:late"


def day_to_hand_in(case: Case, decided_on: date) -> date | None:
    """DEC-1: by when it is filed; on the spot one decides also while the holidays of a year are unknown."""
    try:
        return last_day_of(limits.summary_filing, profile_of(case), decided_on)
    except Refused:
        return None


def plan_handing_in(case: Case) -> None:
    """DEC-1: from the morning after its last day on, what was not filed is told."""
    if case.decision.file_by is not None:
        plan(kind=LATE, thing=f"case:{case.pk}", due_at=morning_after(case.decision.file_by))


def hand_in(
    case_id: int, *, by: Actor, at: datetime, handed_in_on: date, expected: int | None = None
) -> Case:
    """Record that the organ has the decision taken on the spot; raises Refused for any other, and for a second time."""
    with working_on(
        case_id, "hand_in", by=by, at=at, needs=Permission.CASE_HANDLE, under=Article(6), expected=expected
    ) as case:
        decision = case.decision
        refuse(
            obstacles_to_handing_in(
                procedure=case.procedure,
                today=timezone.localdate(at),
                decided_on=decision.decided_on,
                handed_in_on=handed_in_on,
                is_done=decision.handed_in_on is not None,
            )
        )
        decision.handed_in_on = handed_in_on
        decision.save()
        cancel(kind=LATE, thing=f"case:{case.pk}")
        return case


@handles(LATE)
def tell_when_not_filed(item: DueItem, at: datetime) -> None:
    """DEC-1: a decision on the spot that was not filed in time is told to its officers and the heads, once."""
    case = Case.objects.select_related("decision").get(pk=item.thing.partition(":")[2])
    decision = case.decision
    if decision.handed_in_on is not None or decision.file_by is None:
        return
    told = {officer.pk: officer for officer in (*case_officers(case), *heads_of(case))}
    for officer in told.values():
        notify(
            officer,
            kind=item.kind,
            thing=item.thing,
            round=item.round,
            at=at,
            url=case.get_absolute_url(),
            data={"number": str(case), "day": decision.file_by.isoformat()},
        )
