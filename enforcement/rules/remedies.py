"""Reconsideration and litigation against a decision, and what stands still meanwhile (Penalty Law, Art. 73)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.rules.dates import future_days, not_before
from enforcement.rules.reckoning import Stop
from enforcement.vocabulary.remedies import PENDING_REMEDIES, UNDOING, RemedyState
from foundation.articles import PENALTY, RECONSIDERATION, Article, Citation
from foundation.obstacles import Obstacle, Severity

FAIR = Article(6)
PENDING = _("reconsideration or a suit is pending")


@dataclass(frozen=True, slots=True)
class RemedySpan:
    """From when to when a remedy was pending, and the days between which the execution was stopped.

    Without ``ended_on`` it is still pending; without ``resumed_on`` the execution still stands still.
    """

    filed_on: date
    ended_on: date | None = None
    stopped_on: date | None = None
    resumed_on: date | None = None


@dataclass(frozen=True, slots=True)
class RemedyFacts:
    today: date
    decided_on: date | None
    filed_on: date | None = None
    accepted_on: date | None = None
    ended_on: date | None = None
    stopped_on: date | None = None
    resumed_on: date | None = None
    result: str = ""
    reason: str = ""
    stop_reason: str = ""
    decision_number: str = ""
    is_pending: bool = False
    kind: str = ""
    course: str = ""
    copy_received_on: date | None = None
    answered_on: date | None = None
    answer_papers: str = ""
    ruling_received_on: date | None = None


def times_under_remedy(spans: Iterable[RemedySpan]) -> tuple[Stop, ...]:
    """The days of reconsideration and suits: a surcharge for late payment does not grow on them (Art. 73)."""
    return tuple(Stop(span.filed_on, span.ended_on, PENDING) for span in spans)


def is_execution_stopped(spans: Iterable[RemedySpan], on: date) -> bool:
    """Whether a remedy holds the execution on that day; filing alone stops nothing (Art. 73)."""
    return any(
        span.stopped_on is not None
        and span.stopped_on <= on
        and (span.resumed_on is None or on < span.resumed_on)
        and (span.ended_on is None or on <= span.ended_on)
        for span in spans
    )


def undoes(result: str) -> bool:
    """Whether the decision does not stand as it was taken."""
    return result in UNDOING


def obstacles_to_filing_remedy(facts: RemedyFacts) -> Iterator[Obstacle]:
    yield from future_days(facts.today, filed_on=facts.filed_on)
    early = _("Nothing can be attacked before it was decided.")
    yield from not_before("filed_on", facts.filed_on, facts.decided_on, early)
    if facts.is_pending:
        yield Obstacle(
            code="remedy:pending",
            message=_("Such a remedy is pending already."),
            article=FAIR,
            citation=Citation(PENALTY, "7"),
            field="kind",
            next_step=_("Open it, and record there what comes next."),
        )


def obstacles_to_accepting(facts: RemedyFacts) -> Iterator[Obstacle]:
    yield from future_days(facts.today, accepted_on=facts.accepted_on)
    yield from not_before(
        "accepted_on", facts.accepted_on, facts.filed_on, _("It cannot be accepted before it was filed.")
    )


def obstacles_to_over(facts: RemedyFacts) -> Iterator[Obstacle]:
    yield from future_days(facts.today, ended_on=facts.ended_on)
    begun = facts.accepted_on or facts.filed_on
    yield from not_before("ended_on", facts.ended_on, begun, _("It cannot end before it began."))


def obstacles_to_concluding(facts: RemedyFacts) -> Iterator[Obstacle]:
    yield from obstacles_to_over(facts)
    yield from future_days(facts.today, ruling_received_on=facts.ruling_received_on)
    yield from not_before(
        "ruling_received_on",
        facts.ruling_received_on,
        facts.ended_on,
        _("The ruling cannot arrive before it was given."),
    )
    if not facts.decision_number.strip():
        yield _missing(
            "decision_number", _("The number of the ruling is missing."), _("Copy it from the ruling.")
        )
    if undoes(facts.result) and not facts.reason.strip():
        yield _missing(
            "reason",
            _("It is not said why the decision did not stand."),
            _("Summarise what the ruling found: the organ learns from it."),
        )


def obstacles_to_stopping_execution(facts: RemedyFacts) -> Iterator[Obstacle]:
    yield from future_days(facts.today, stopped_on=facts.stopped_on)
    yield from not_before(
        "stopped_on", facts.stopped_on, facts.filed_on, _("It cannot stop before the remedy was filed.")
    )
    if not facts.stop_reason.strip():
        yield _missing("stop_reason", _("A reason is needed."), _("Write down why, in a sentence or two."))


def obstacles_to_resuming_execution(facts: RemedyFacts) -> Iterator[Obstacle]:
    yield from future_days(facts.today, resumed_on=facts.resumed_on)
    if facts.stopped_on is None:
        yield _missing(
            "resumed_on", _("The execution was not stopped."), _("There is nothing to go on with.")
        )
    yield from not_before(
        "resumed_on", facts.resumed_on, facts.stopped_on, _("It cannot go on before it stopped.")
    )


def obstacles_to_late_remedy_act(state: str) -> Iterator[Obstacle]:
    """What is over is not stopped any more."""
    if state not in PENDING_REMEDIES:
        yield Obstacle(
            code="remedy:wrong_state",
            message=_("Not possible in the present state: “%(state)s”.")
            % {"state": RemedyState(state).label},
            article=FAIR,
            citation=Citation(PENALTY, "73"),
            next_step=_("Open the page again to see what can be done now."),
        )


def obstacles_to_stopped_execution(*, is_stopped: bool) -> Iterator[Obstacle]:
    """Nothing is enforced by coercion while a remedy holds the execution."""
    if is_stopped:
        yield Obstacle(
            code="remedy:execution_stopped",
            message=_("The execution of the decision is stopped while a remedy is pending."),
            article=FAIR,
            citation=Citation(PENALTY, "73"),
            next_step=_("Wait for the outcome, or record from when the execution goes on."),
        )


def _missing(field: str, message: Any, next_step: Any) -> Obstacle:
    return Obstacle(
        code="remedy:incomplete",
        message=message,
        article=FAIR,
        citation=Citation(RECONSIDERATION, ""),
        severity=Severity.REQUIRE,
        field=field,
        next_step=next_step,
    )
