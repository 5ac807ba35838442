"""The questions of counselling: one a line of its letter, each with its answer and what that rests on (Art. 8 (4))."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from foundation.actors import Actor
from foundation.obstacles import Obstacle, Refused
from guidance.models import CounselQuestion, GuidanceAction
from guidance.rules.points import lines_of
from guidance.services.base import recording_on, refuse_impossible_day
from guidance.vocabulary import Way


def ask_questions(action: GuidanceAction) -> None:
    """One question for each line of the letter; inside the act that issues it."""
    if action.way == Way.COUNSEL:
        for line in lines_of(action.counsel.question):
            CounselQuestion(action=action, question=line).save()


def answer_question(
    action_id: int,
    *,
    by: Actor,
    at: datetime,
    question: CounselQuestion,
    answer: str,
    basis: str = "",
    answered_on: date | None = None,
    expected: int | None = None,
) -> GuidanceAction:
    """Record the answer to one question; raises Refused when it has one already."""
    with recording_on(action_id, "answer_question", by=by, at=at, expected=expected) as action:
        day = answered_on or timezone.localdate(at)
        refuse_impossible_day("answered_on", day, action, at)
        row = CounselQuestion.objects.filter(action=action).locked(question.pk)
        if row.answered_on is not None:
            raise Refused([_answered_already()])
        _answer(row, answer, basis, day)
    return action


def add_question(
    action_id: int,
    *,
    by: Actor,
    at: datetime,
    question: str,
    answer: str = "",
    basis: str = "",
    expected: int | None = None,
) -> GuidanceAction:
    """Record what was asked beyond the letter, with its answer where there is one already."""
    with recording_on(action_id, "add_question", by=by, at=at, expected=expected) as action:
        if action.way != Way.COUNSEL:
            raise Refused([_no_counselling(action)])
        row = CounselQuestion(action=action, question=question)
        if answer:
            _answer(row, answer, basis, timezone.localdate(at))
        else:
            row.save()
    return action


def complete_session(action: GuidanceAction, written: dict[str, Any]) -> dict[str, Any]:
    """What is written of a session, with its answers: those that were given one by one are its record.

    A single question is answered by the answer of the session. Raises ValidationError when nothing was answered.
    """
    held_on = written.get("held_on")
    if action.way != Way.COUNSEL or held_on is None:
        return written
    if not written.get("answer"):
        return {**written, "answer": _answers_of(action)}
    waiting = list(CounselQuestion.objects.filter(action=action).open()[:2])
    if len(waiting) == 1:
        _answer(waiting[0], written["answer"], "", held_on)
    return written


def _answers_of(action: GuidanceAction) -> str:
    told = CounselQuestion.objects.filter(action=action).answered().values_list("question", "answer")
    if not told:
        raise ValidationError(
            {"answer": ValidationError(_("Write down what was answered."), code="required")}
        )
    return "\n\n".join(f"{question}\n{answer}" for question, answer in told)


def _answer(row: CounselQuestion, answer: str, basis: str, day: date) -> None:
    row.answer, row.basis, row.answered_on = answer, basis, day
    row.save()


def _answered_already() -> Obstacle:
    return Obstacle(
        code="GUI-74",
        message=_("This question has its answer already."),
        article=None,
        next_step=_("Add a further question with the better answer."),
    )


def _no_counselling(action: GuidanceAction) -> Obstacle:
    return Obstacle(
        code="GUI-75",
        message=_("Only counselling answers questions."),
        article=action.page.article,
        next_step=_("Draft counselling for the counterpart."),
    )
