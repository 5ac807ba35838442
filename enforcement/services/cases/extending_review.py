"""More time for a legal review, granted by a head who neither reviews nor handles (DEC-3; Penalty Law, Art. 58)."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from enforcement.models import Case, ReviewRequest
from enforcement.rules import limits
from enforcement.rules.reasons import obstacles_to_silence
from enforcement.rules.review_time import ReviewTimeFacts, obstacles_to_extending_review
from enforcement.services.calendar import last_day_of, morning_after
from enforcement.services.cases.base import officer_of, refuse, working_on
from enforcement.services.cases.reviewing import LATE, tell_reviewers
from enforcement.services.profiles import profile_of
from foundation.actors import Actor
from foundation.articles import Article
from foundation.due import plan
from foundation.permissions import Permission


def extend_review(case_id: int, *, by: Actor, at: datetime, reason: str, expected: int | None = None) -> Case:
    """Lengthen the time of the review that waits, and keep the day it had; who asked and who reviews are told.

    Raises Refused without a reason, for a reviewer or handler, a second time, after the last day, and where the
    rules of the field leave no more time.
    """
    refuse(obstacles_to_silence(reason, field="reason"))
    with working_on(
        case_id,
        "extend_review",
        by=by,
        at=at,
        needs=Permission.CASE_APPROVE,
        under=Article(6),
        expected=expected,
        why=reason,
    ) as case:
        row = case.review_requests.filter(answered_on=None).first()
        refuse(obstacles_to_extending_review(_facts(case, row, by=by, at=at)))
        assert row is not None  # noqa: S101 - the rule says so
        row.first_due_on, row.extension_reason = row.due_on, reason
        row.extended_by, row.extended_on = officer_of(by), timezone.localdate(at)
        row.due_on = last_day_of(limits.review, profile_of(case), row.asked_on, extended=True)
        row.save()
        tell_reviewers(case, row, kind="review:extended", at=at)
        plan(kind=LATE, thing=f"review:{row.pk}", due_at=morning_after(row.due_on))
        return case


def _facts(case: Case, row: ReviewRequest | None, *, by: Actor, at: datetime) -> ReviewTimeFacts:
    return ReviewTimeFacts(
        today=timezone.localdate(at),
        profile=profile_of(case),
        due_on=row.due_on if row else None,
        is_extended=row is not None and row.extended_on is not None,
        actor_role=case.role_of(by.officer_id),
    )
