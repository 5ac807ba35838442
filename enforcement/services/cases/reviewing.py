"""A case laid before the legal reviewers, and the time they have (Penalty Law, Art. 58; DEC-3)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from enforcement.models import Case, Officer, ReviewRequest
from enforcement.rules import limits
from enforcement.services.calendar import last_day_of, morning_after
from enforcement.services.cases.base import officer_of, working_on
from enforcement.services.notifications import notify
from enforcement.services.profiles import profile_of
from foundation.actors import Actor
from foundation.articles import Article
from foundation.due import cancel, handles, plan
from foundation.models import DueItem
from foundation.permissions import Permission, Role

LATE = "review:late"


def ask_review(case_id: int, *, by: Actor, at: datetime, note: str = "", expected: int | None = None) -> Case:
    """Ask for a legal opinion; after a return, say what was corrected (DEC-2, DEC-3)."""
    with working_on(
        case_id,
        "ask_review",
        by=by,
        at=at,
        needs=Permission.CASE_HANDLE,
        under=Article(6),
        expected=expected,
        why=note,
    ) as case:
        today = timezone.localdate(at)
        row = ReviewRequest(
            case=case,
            asked_by=officer_of(by),
            asked_on=today,
            due_on=last_day_of(limits.review, profile_of(case), today),
            note=note,
        )
        row.save()
        tell_reviewers(case, row, kind="review:asked", at=at)
        plan(kind=LATE, thing=f"review:{row.pk}", due_at=morning_after(row.due_on))
        return case


def answer_requests(case: Case, *, at: datetime) -> None:
    """The opinion answers what was asked, inside an open act."""
    for row in case.review_requests.filter(answered_on=None):
        row.answered_on = timezone.localdate(at)
        row.save()
        cancel(kind=LATE, thing=f"review:{row.pk}")


@handles(LATE)
def tell_when_late(item: DueItem, at: datetime) -> None:
    """DEC-3: a review that was not given in its time is told to reviewers and heads, once."""
    row = ReviewRequest.objects.select_related("case").get(pk=item.thing.partition(":")[2])
    if row.answered_on is None:
        _tell(row.case, row, (Role.REVIEWER, Role.HEAD), kind="review:late", at=at)


def tell_reviewers(case: Case, row: ReviewRequest, *, kind: str, at: datetime) -> None:
    """Tell the reviewers of the organ what is asked of them, and by when."""
    _tell(case, row, (Role.REVIEWER,), kind=kind, at=at)


def _tell(case: Case, row: ReviewRequest, roles: Any, *, kind: str, at: datetime) -> None:
    officers = Officer.objects.active().filter(organ_id=case.organ_id, grants__role__in=roles).distinct()
    for officer in officers:
        if case.pk not in officer.recused_from:
            notify(
                officer,
                kind=kind,
                thing=f"review:{row.pk}",
                at=at,
                url=case.get_absolute_url(),
                data={"number": str(case), "day": row.due_on.isoformat()},
            )
