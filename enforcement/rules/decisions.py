"""What stands in the way of a decision (Art. 5, 6, 10; Penalty Law, Art. 27-28, 33, 57-60)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from enforcement.rules.deliberation import (
    obstacles_to_lone_decision,
    obstacles_to_suspected_crime,
    obstacles_to_unreviewed,
)
from enforcement.rules.discretion import obstacles_to_amount, obstacles_to_unexplained_discretion
from enforcement.rules.evidence import obstacles_to_relying_on
from enforcement.rules.facts import CaseFacts
from enforcement.rules.hearings import obstacles_to_deciding_unheard
from enforcement.rules.limitation import obstacles_to_punishing_at_all
from enforcement.rules.milder import obstacles_to_full_penalty
from enforcement.rules.notices import obstacles_to_unheard_penalty
from enforcement.vocabulary import PENALISING, CaseRole, Outcome, PenaltyKind
from foundation.articles import PENALTY, Article, Citation
from foundation.obstacles import Obstacle, Severity


def obstacles_to_deciding(facts: CaseFacts) -> Iterator[Obstacle]:
    yield from _obstacles_to_decider(facts)
    deliberation = replace(
        facts.deliberation,
        is_flagged=facts.is_flagged,
        review_opinion=facts.review_opinion,
        is_penal=facts.outcome in PENALISING,
        outcome=facts.outcome,
    )
    yield from obstacles_to_unreviewed(deliberation)
    yield from obstacles_to_lone_decision(deliberation)
    yield from obstacles_to_suspected_crime(deliberation)
    yield from _obstacles_to_lateness(facts)
    if facts.decision is not None and not facts.decision.has_reasons:
        yield _missing(
            "reasons", _("The reasons are missing."), _("Write down facts, evidence and reasons."), "59"
        )
    if facts.outcome in PENALISING:
        yield from obstacles_to_any_penalty(facts)
        yield from obstacles_to_full_penalty(facts)
        yield from _obstacles_to_incomplete_penalty(facts)
        yield from obstacles_to_unexplained_discretion(facts)
        yield from obstacles_to_amount(facts)
        yield from _obstacles_to_uncorrected(facts)
    if facts.outcome == Outcome.NO_PENALTY:
        yield from _obstacles_to_no_penalty(facts)
    if facts.outcome == Outcome.TRANSFERRED:
        yield from _obstacles_to_transfer(facts)


def obstacles_to_any_penalty(facts: CaseFacts) -> Iterator[Obstacle]:
    """What stands against every penalty as the case is now, whatever the decision says."""
    yield from obstacles_to_punishing_at_all(facts)
    yield from obstacles_to_relying_on(standings=facts.evidence_standings)
    yield from obstacles_to_unheard_penalty(facts)
    yield from obstacles_to_deciding_unheard(facts.hearing, today=facts.today)


def _obstacles_to_decider(facts: CaseFacts) -> Iterator[Obstacle]:
    if facts.actor_is_handler:
        yield Obstacle(
            code="SUB-6",
            message=_("Who handles a case does not decide it."),
            article=Article(6),
            citation=Citation(PENALTY, "57"),
            next_step=_("Another authorised head decides."),
        )
    if facts.actor_role in (CaseRole.REVIEWER, CaseRole.VISITOR):
        yield Obstacle(
            code="SUB-6",
            message=_("Who reviews a case or holds its return visit does not decide it."),
            article=Article(6),
            citation=Citation(PENALTY, "57, 58"),
            next_step=_("Another authorised head decides."),
        )


def _obstacles_to_lateness(facts: CaseFacts) -> Iterator[Obstacle]:
    if facts.deadline_on is not None and facts.today > facts.deadline_on:
        yield Obstacle(
            code="DEC-5",
            message=_("The time to decide has passed."),
            article=Article(6),
            citation=Citation(PENALTY, "60"),
            severity=Severity.WARN,
            next_step=_("Decide without further delay and record why it took longer."),
        )


def _obstacles_to_incomplete_penalty(facts: CaseFacts) -> Iterator[Obstacle]:
    decision = facts.decision
    if decision is not None and not decision.penalty_kind:
        yield _missing(
            "penalty_kind", _("The kind of penalty is missing."), _("Choose the kind of penalty."), "9, 59"
        )
    elif decision is not None and decision.penalty_kind == PenaltyKind.FINE and not decision.fine:
        yield _missing("fine", _("The amount of the fine is missing."), _("Enter the amount."), "59")
    if decision is not None and not decision.has_performance:
        yield _missing(
            "performance",
            _("The decision does not say how and by when it is performed."),
            _("Write down how and by when."),
            "59",
        )
    if decision is not None and not decision.has_remedies:
        yield _missing(
            "remedies",
            _("The decision does not tell the remedies of the party."),
            _("Tell where and by when reconsideration or a suit is open."),
            "59",
        )


def _missing(field: str, message: object, next_step: object, provision: str) -> Obstacle:
    return Obstacle(
        code="DEC-6",
        message=message,
        article=Article(6),
        citation=Citation(PENALTY, provision),
        severity=Severity.REQUIRE,
        field=field,
        next_step=next_step,
    )


def _obstacles_to_transfer(facts: CaseFacts) -> Iterator[Obstacle]:
    if facts.decision is not None and not facts.decision.transferred_to.strip():
        yield Obstacle(
            code="DEC-7",
            message=_("The body that takes the case over is missing."),
            article=Article(6),
            citation=Citation(PENALTY, "27, 57"),
            severity=Severity.REQUIRE,
            field="transferred_to",
            next_step=_("Name the body to which the case goes."),
        )


def _obstacles_to_no_penalty(facts: CaseFacts) -> Iterator[Obstacle]:
    if not facts.has_education_record:
        yield Obstacle(
            code="LEN-8",
            message=_("A case without penalty needs a record of education."),
            article=Article(10, "1"),
            citation=Citation(PENALTY, "33"),
            severity=Severity.REQUIRE,
            field="education",
            next_step=_("Write down how the party was educated."),
        )
    yield from _obstacles_to_uncorrected(facts)


def _obstacles_to_uncorrected(facts: CaseFacts) -> Iterator[Obstacle]:
    """Whatever else is decided, the party is ordered to correct the violation."""
    if not facts.has_correction_order:
        yield Obstacle(
            code="DEC-8",
            message=_("An order to correct is missing."),
            article=Article(10, "1"),
            citation=Citation(PENALTY, "28"),
            severity=Severity.REQUIRE,
            field="correction_order",
            next_step=_("Write down what must be corrected and by when."),
        )
