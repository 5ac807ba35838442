"""Who must have spoken before a decision: reviewers, heads together, judicial organs (Penalty Law, Art. 27, 57-58)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from enforcement.rules.hearings import HEAVY
from enforcement.vocabulary import CrimeAnswer, HearingState, Outcome, ReviewOpinion
from foundation.articles import PENALTY, Article, Citation
from foundation.obstacles import Obstacle, Severity


@dataclass(frozen=True, slots=True)
class DeliberationFacts:
    """What stands behind a decision that is being taken."""

    is_flagged: bool = False
    is_grave: bool = False
    is_penal: bool = False
    penalty_kind: str = ""
    outcome: str = ""
    hearing_state: str = ""
    heard_on: date | None = None
    review_opinion: str = ""
    reviewed_on: date | None = None
    has_discussion: bool = False
    crime_answer: str = ""


def needs_review(facts: DeliberationFacts) -> bool:
    """DEC-2: great public interest, weighty rights after a hearing, or many relations (Penalty Law, Art. 58)."""
    heavy = facts.is_penal and facts.penalty_kind in HEAVY
    return facts.is_flagged or facts.hearing_state == HearingState.HELD or heavy


def obstacles_to_unreviewed(facts: DeliberationFacts) -> Iterator[Obstacle]:
    """No decision before legal review has agreed, after the hearing where there was one."""
    if not needs_review(facts) and not facts.review_opinion:
        return
    if facts.review_opinion != ReviewOpinion.PASSED:
        yield Obstacle(
            code="DEC-2",
            message=_("Legal review has not agreed."),
            article=Article(6),
            citation=Citation(PENALTY, "58"),
            severity=Severity.REQUIRE,
            next_step=_("Ask a legal reviewer; after a return, correct what was named."),
        )
    elif facts.heard_on and facts.reviewed_on and facts.reviewed_on < facts.heard_on:
        yield Obstacle(
            code="DEC-2",
            message=_("The legal opinion is older than the hearing."),
            article=Article(6),
            citation=Citation(PENALTY, "58, 65"),
            severity=Severity.REQUIRE,
            next_step=_("Ask for an opinion on the record of the hearing."),
        )


def obstacles_to_lone_decision(facts: DeliberationFacts) -> Iterator[Obstacle]:
    """A complex or major case is punished only after the heads have discussed it together."""
    if facts.is_grave and facts.is_penal and not facts.has_discussion:
        yield Obstacle(
            code="DEC-4",
            message=_("The heads have not discussed this complex or major case together."),
            article=Article(6),
            citation=Citation(PENALTY, "57"),
            severity=Severity.REQUIRE,
            next_step=_("Record the minute of the collective discussion."),
        )


def obstacles_to_unanswered_referral(answer: str) -> Iterator[Obstacle]:
    """DEC-7: what was referred waits for its answer."""
    if answer == CrimeAnswer.WAITING:
        yield Obstacle(
            code="DEC-7",
            message=_("The judicial organ has not answered the referral."),
            article=Article(6),
            citation=Citation(PENALTY, "27"),
            severity=Severity.REQUIRE,
            next_step=_("Ask for the answer and record it."),
        )


def obstacles_to_suspected_crime(facts: DeliberationFacts) -> Iterator[Obstacle]:
    """What may be a crime goes to the judicial organ; no fine takes its place."""
    pending = facts.crime_answer in (CrimeAnswer.WAITING, CrimeAnswer.ACCEPTED)
    if pending and facts.outcome and facts.outcome != Outcome.TRANSFERRED:
        yield Obstacle(
            code="DEC-7",
            message=_("The case was sent to a judicial organ as a suspected crime."),
            article=Article(6),
            citation=Citation(PENALTY, "27, 57"),
            field="outcome",
            next_step=_("Transfer it, or record that the judicial organ gave it back."),
        )
