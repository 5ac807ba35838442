"""The range that the statute and the benchmark leave to a decision (Art. 5; Penalty Law, Art. 5, 32, 34)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from enforcement.rules.facts import CaseFacts, DecisionFacts
from enforcement.vocabulary import Outcome
from foundation.articles import PENALTY, Article, Citation
from foundation.obstacles import Obstacle, Severity


def obstacles_to_amount(facts: CaseFacts) -> Iterator[Obstacle]:
    """Whether the fine stays in the statutory range, agrees with its label and with the benchmark."""
    decision = facts.decision
    if decision is None or decision.fine is None:
        return
    if facts.outcome == Outcome.MITIGATED:
        yield from _obstacles_to_mitigated(decision)
    else:
        yield from _obstacles_outside_the_statute(decision)
    if facts.outcome == Outcome.LIGHTER and _is_above_the_middle(decision):
        yield Obstacle(
            code="DIS-3",
            message=_("A lighter penalty lies in the lower half of the statutory range; this one does not."),
            article=Article(5),
            citation=Citation(PENALTY, "32"),
            severity=Severity.WARN,
            field="fine",
            next_step=_("Lower the fine, or say why it is a lighter penalty all the same."),
        )
    if facts.outcome == Outcome.PENALTY:
        yield from _obstacles_outside_the_benchmark(decision)


def obstacles_to_unexplained_discretion(facts: CaseFacts) -> Iterator[Obstacle]:
    decision = facts.decision
    if decision is not None and decision.bands and not decision.tier:
        yield Obstacle(
            code="DIS-1",
            message=_("There is a discretion benchmark; the decision does not say which tier applies."),
            article=Article(5),
            citation=Citation(PENALTY, "34"),
            severity=Severity.REQUIRE,
            field="tier",
            next_step=_("Choose the tier that the circumstances fall under."),
        )


def _obstacles_outside_the_statute(decision: DecisionFacts) -> Iterator[Obstacle]:
    fine = decision.fine or Decimal(0)
    low, high = decision.statutory_min, decision.statutory_max
    if (low is not None and fine < low) or (high is not None and fine > high):
        yield Obstacle(
            code="DIS-0",
            message=_("The fine lies outside the statutory range."),
            article=Article(5),
            citation=Citation(PENALTY, "4, 5"),
            field="fine",
            next_step=_("Choose an amount within the range of the statute."),
        )


def _obstacles_to_mitigated(decision: DecisionFacts) -> Iterator[Obstacle]:
    fine, low = decision.fine or Decimal(0), decision.statutory_min
    if low is not None and fine >= low:
        yield Obstacle(
            code="DIS-4",
            message=_("A mitigated fine lies below the statutory minimum; this one does not."),
            article=Article(5),
            citation=Citation(PENALTY, "32"),
            field="fine",
            next_step=_("Lower the fine, or call it a lighter penalty."),
        )
    elif low is None:
        yield from _obstacles_outside_the_statute(decision)


def _is_above_the_middle(decision: DecisionFacts) -> bool:
    if decision.statutory_max is None or decision.fine is None:
        return False
    return decision.fine > ((decision.statutory_min or Decimal(0)) + decision.statutory_max) / 2


def _obstacles_outside_the_benchmark(decision: DecisionFacts) -> Iterator[Obstacle]:
    band, fine = decision.band, decision.fine
    if band is None or fine is None:
        return
    below = band.fine_min is not None and fine < band.fine_min
    above = band.fine_max is not None and fine > band.fine_max
    if below or above:
        yield Obstacle(
            code="DIS-2",
            message=_("The fine lies outside the tier of the benchmark that was chosen."),
            article=Article(5),
            citation=Citation(PENALTY, "34"),
            severity=Severity.WARN,
            field="fine",
            next_step=_("Keep to the tier, or say why this case differs."),
        )
