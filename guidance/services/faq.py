"""Frequent questions: proposed from counselling, published by a head, withdrawn (Art. 8 (4))."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Forbidden, Obstacle, Refused
from foundation.permissions import Permission
from foundation.record import audited
from guidance.lifecycle import FAQ_LIFECYCLE
from guidance.models import CounselQuestion, FaqEntry, GuidanceAction
from guidance.vocabulary import Way

WORDS = ("question_zh", "question_en", "answer_zh", "answer_en", "basis")


def propose_answer(
    action_id: int,
    *,
    by: Actor,
    at: datetime,
    question_zh: str,
    answer_zh: str,
    basis: str,
    question_en: str = "",
    answer_en: str = "",
    asked: CounselQuestion | None = None,
    expected: int | None = None,
) -> FaqEntry:
    """Offer what was answered in counselling to everybody, without who asked.

    Raises Forbidden, DoesNotExist, Stale, and Refused for guidance that answered no question.
    """
    by.require(Permission.GUIDANCE_HANDLE)
    if by.officer_id is None:
        raise Forbidden(Permission.GUIDANCE_HANDLE)
    with audited("faq:propose", by=by, at=at, under=Article(8, "4")):
        action: GuidanceAction = GuidanceAction.objects.workable_by(by).locked(action_id, expected=expected)
        if not _was_answered(action, asked):
            raise Refused([_nothing_answered()])
        entry = FaqEntry(
            action=action, asked=asked, field_id=action.field_id, proposed_by_id=by.officer_id, question_zh=question_zh,
            question_en=question_en, answer_zh=answer_zh, answer_en=answer_en, basis=basis,
        )  # fmt: skip
        entry.place_under(action.organ)
        entry.save()
        return entry


def edit_answer(
    faq_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> FaqEntry:
    """Change a proposal; what is published is withdrawn and proposed anew."""
    with _taking_answer(faq_id, "edit", by=by, at=at, expected=expected) as entry:
        for name in WORDS:
            setattr(entry, name, values.get(name, getattr(entry, name)))
    return entry


def publish_answer(faq_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> FaqEntry:
    """Publish the answer; raises Refused for who proposed it."""
    with _taking_answer(faq_id, "publish", by=by, at=at, expected=expected) as entry:
        entry.published_by_id, entry.published_on = by.officer_id, timezone.localdate(at)
    return entry


def discard_answer(faq_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> FaqEntry:
    """Put a proposal away."""
    with _taking_answer(faq_id, "discard", by=by, at=at, expected=expected) as entry:
        entry.withdrawn_on = timezone.localdate(at)
    return entry


def withdraw_answer(
    faq_id: int, *, by: Actor, at: datetime, reason: str, expected: int | None = None
) -> FaqEntry:
    """Withdraw a published answer, for a reason."""
    with _taking_answer(faq_id, "withdraw", by=by, at=at, expected=expected, why=reason) as entry:
        entry.withdrawn_on = timezone.localdate(at)
    return entry


@contextmanager
def _taking_answer(
    faq_id: int, name: str, *, by: Actor, at: datetime, expected: int | None, why: str = ""
) -> Iterator[FaqEntry]:
    with audited(f"faq:{name}", by=by, at=at, under=Article(8, "4"), why=why):
        entry: FaqEntry = FaqEntry.objects.workable_by(by).locked(faq_id, expected=expected)
        yield entry
        FAQ_LIFECYCLE.take(entry, name, by=by, at=at)
        entry.save()


def _was_answered(action: GuidanceAction, asked: CounselQuestion | None) -> bool:
    """Whether the question, or any of the counselling, has its answer."""
    if action.way != Way.COUNSEL:
        return False
    answered = action.questions.answered()
    if asked is not None:
        return answered.filter(pk=asked.pk).exists()
    return bool(action.counsel.answer) or answered.exists()


def _nothing_answered() -> Obstacle:
    return Obstacle(
        code="GUI-73",
        message=_("Only an answered question of counselling becomes a frequent question."),
        article=Article(8, "4"),
        next_step=_("Record the session with its answer first."),
    )
