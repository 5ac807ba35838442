"""The copy of an application, and the answer with its evidence in time (Reconsideration Law, Art. 48, 54)."""

from __future__ import annotations

from datetime import date, datetime

from enforcement.models import Document, Remedy
from enforcement.rules.answering import (
    obstacles_to_handing_in_answer,
    obstacles_to_receiving_copy,
    time_to_answer,
)
from enforcement.services.calendar import work_calendar
from enforcement.services.cases.base import refuse
from enforcement.services.remedies.base import changing_remedy
from enforcement.services.remedies.watching import stop_watching_answer, tell_reviewers_of, watch_answer
from enforcement.vocabulary.remedies import RemedyKind
from foundation.actors import Actor
from foundation.calendar import MissingYear


def receive_copy(
    remedy_id: int,
    *,
    by: Actor,
    at: datetime,
    copy_received_on: date,
    course: str = "",
    expected: int | None = None,
) -> Remedy:
    """Record when the copy arrived, and reckon by when the organ answers; reviewers and heads are told.

    Raises Refused for an impossible day, and for a reconsideration without its course.
    """
    with changing_remedy(remedy_id, "receive_copy", by=by, at=at, expected=expected) as remedy:
        remedy.copy_received_on = copy_received_on
        remedy.course = course if remedy.kind == RemedyKind.RECONSIDERATION else ""
        refuse(obstacles_to_receiving_copy(remedy.facts(by=by, at=at)))
        remedy.answer_by = answer_by(remedy)
        tell_reviewers_of(remedy, at=at, but=by.officer_id)
        watch_answer(remedy, at=at)
    return remedy


def hand_in_answer(
    remedy_id: int,
    *,
    by: Actor,
    at: datetime,
    answered_on: date,
    answer_papers: str,
    answer_document: Document | None = None,
    expected: int | None = None,
) -> Remedy:
    """Record that answer and evidence were handed in; raises Refused before the copy, and without saying what."""
    with changing_remedy(remedy_id, "answer", by=by, at=at, expected=expected) as remedy:
        remedy.answered_on, remedy.answer_papers = answered_on, answer_papers
        remedy.answer_document = _of_the_case(remedy, answer_document)
        refuse(obstacles_to_handing_in_answer(remedy.facts(by=by, at=at)))
        stop_watching_answer(remedy)
    return remedy


def answer_by(remedy: Remedy) -> date | None:
    """The last day to answer; none while a year that it rests on was not entered."""
    assert remedy.copy_received_on is not None  # noqa: S101 - who asks has recorded it
    try:
        return time_to_answer(remedy.kind, remedy.course, remedy.copy_received_on, work_calendar()).due_on
    except MissingYear:
        return None


def steps_to_answer(remedy: Remedy) -> list[str]:
    """How the day to answer came about; nothing where it is counted otherwise today than it was told."""
    if remedy.copy_received_on is None:
        return []
    try:
        found = time_to_answer(remedy.kind, remedy.course, remedy.copy_received_on, work_calendar())
    except MissingYear:
        return []
    return found.texts if found.due_on == remedy.answer_by else []


def _of_the_case(remedy: Remedy, document: Document | None) -> Document | None:
    """The document, if it is one of the case; raises Document.DoesNotExist for any other."""
    if document is None:
        return None
    found: Document = Document.objects.get(pk=document.pk, case_id=remedy.case_id)
    return found
