"""The answer that each comment of the public gets (Art. 8 (1), (2))."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from foundation.actors import Actor
from guidance.models import GuidanceAction, PublicComment
from guidance.services.publications.base import working_on_publication
from guidance.vocabulary import UNISSUED_STATES


def answer_comment(
    action_id: int,
    *,
    by: Actor,
    at: datetime,
    comment: PublicComment,
    answer: str,
    answer_reason: str,
    expected: int | None = None,
) -> GuidanceAction:
    """Answer a comment: taken up, in part or not, always with the reason."""
    with working_on_publication(
        action_id, "answer_comment", by=by, at=at, expected=expected, states=UNISSUED_STATES
    ) as (action, life):
        row = PublicComment.objects.filter(life=life).locked(comment.pk)
        life.unanswered -= not row.answer
        row.answer, row.answer_reason = answer, answer_reason
        row.answered_by_id, row.answered_on = by.officer_id, timezone.localdate(at)
        row.save()
    return action
