"""Which cases are visited, when, and what stands in the way (Art. 8 (8))."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from enforcement.vocabulary import CaseSource, Outcome
from foundation.articles import Article
from foundation.obstacles import Obstacle, Severity
from guidance.vocabulary import SelectionReason

AFTER_EXECUTION = timedelta(days=30)
AFTER_CORRECTION = timedelta(days=7)
SECOND_AFTER = timedelta(days=90)
MAX_ATTEMPTS = 3
VISITORS = 2
_BY_SOURCE: dict[str, SelectionReason] = {
    CaseSource.COMPLAINT: SelectionReason.COMPLAINT,
    CaseSource.SUPERIOR: SelectionReason.SUPERIOR,
    CaseSource.MEDIA: SelectionReason.MEDIA,
}


@dataclass(frozen=True, slots=True)
class Selection:
    """What decides whether and when a case is visited."""

    is_major: bool
    is_complex: bool
    has_social_impact: bool
    source: str
    outcome: str
    decided_on: date
    carried_out_on: date | None
    correct_by: date | None
    was_heard: bool = False
    is_contested: bool = False
    was_undone: bool = False


@dataclass(frozen=True, slots=True)
class VisitFacts:
    today: date
    actor_id: int | None
    visitors: tuple[tuple[int, str, bool], ...]
    handlers: frozenset[int]
    held_on: date | None
    attempts: int
    feedback: str


def reasons_to_visit(case: Selection) -> list[SelectionReason]:
    """Why the case must be visited; empty when the Measures do not ask for it."""
    by_itself = (
        (case.is_major, SelectionReason.MAJOR),
        (case.is_complex, SelectionReason.COMPLEX),
        (case.has_social_impact, SelectionReason.SOCIAL_IMPACT),
        (case.outcome == Outcome.NO_PENALTY, SelectionReason.NO_PENALTY),
        (case.source in _BY_SOURCE, _BY_SOURCE.get(case.source)),
        (case.was_heard, SelectionReason.HEARD),
        (case.is_contested, SelectionReason.CONTESTED),
        (case.was_undone, SelectionReason.UNDONE),
    )
    return [reason for holds, reason in by_itself if holds and reason is not None]


def due_day(
    case: Selection,
    *,
    after_execution: timedelta = AFTER_EXECUTION,
    after_correction: timedelta = AFTER_CORRECTION,
) -> date:
    """When the first visit is due: a week after correction without penalty, else 30 days after execution."""
    if case.outcome == Outcome.NO_PENALTY and case.correct_by is not None:
        return max(case.correct_by, case.decided_on) + after_correction
    return (case.carried_out_on or case.decided_on) + after_execution


def obstacles_to_holding(facts: VisitFacts) -> Iterator[Obstacle]:
    yield from _obstacles_of_people(facts)
    if facts.actor_id is not None and facts.actor_id not in {pk for pk, _name, _ok in facts.visitors}:
        yield Obstacle(
            code="visit:not_the_visitor",
            message=_("You are not assigned to this visit."),
            article=Article(8, "8"),
            next_step=_("Ask the head to assign the visit to you."),
        )
    if facts.held_on is not None and facts.held_on > facts.today:
        yield Obstacle(
            code="visit:in_the_future",
            message=_("A visit cannot have been held in the future."),
            article=Article(8, "8"),
            next_step=_("Correct the day of the visit."),
            field="held_on",
        )


def _obstacles_of_people(facts: VisitFacts) -> Iterator[Obstacle]:
    if len(facts.visitors) < VISITORS:
        yield Obstacle(
            code="visit:two_visitors",
            message=_("A return visit needs two officers."),
            article=Article(8, "8"),
            severity=Severity.REQUIRE,
            next_step=_("Assign two officers who did not work on the case."),
        )
    for officer_id, name, certified in facts.visitors:
        if officer_id in facts.handlers:
            yield Obstacle(
                code="GUI-8",
                message=_("%(name)s worked on this case.") % {"name": name},
                article=Article(8, "8"),
                next_step=_("Assign an officer who did not work on the case."),
            )
        if not certified:
            yield Obstacle(
                code="SUB-3",
                message=_("%(name)s holds no valid certificate.") % {"name": name},
                article=Article(6),
                next_step=_("Assign another officer."),
            )


def obstacles_to_unreachable(facts: VisitFacts) -> Iterator[Obstacle]:
    if facts.attempts < MAX_ATTEMPTS:
        yield Obstacle(
            code="visit:three_attempts",
            message=_("The party counts as not reached after three attempts; %(count)s are recorded.")
            % {"count": facts.attempts},
            article=Article(8, "8"),
            severity=Severity.REQUIRE,
            next_step=_("Record each attempt."),
        )


def obstacles_to_closing(facts: VisitFacts) -> Iterator[Obstacle]:
    if facts.held_on is not None and not facts.feedback.strip():
        yield Obstacle(
            code="visit:feedback",
            message=_("The party has not been told what came of the visit."),
            article=Article(8, "8"),
            severity=Severity.REQUIRE,
            field="feedback",
            next_step=_("Write down the feedback that was given."),
        )
