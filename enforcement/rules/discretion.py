"""The range that the statute and the benchmark leave to a decision (Art. 5; Penalty Law, Art. 5, 32, 34)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from enforcement.rules.departures import BENCHMARK, is_granted, lies_outside
from enforcement.rules.facts import CaseFacts, DecisionFacts
from enforcement.vocabulary import Outcome
from foundation.articles import PENALTY, Article, Citation
from foundation.obstacles import Obstacle, Severity

HALF = Decimal("0.5")
LIGHTER_UP_TO = {"market": Decimal("0.3"), "agriculture": HALF}
LIGHTER_BY = {"market": "国市监法规〔2022〕2号", "agriculture": "规范农业行政处罚自由裁量权办法"}


def obstacles_to_amount(facts: CaseFacts) -> Iterator[Obstacle]:
    """Whether the fine stays in the statutory range, agrees with its label and with the benchmark."""
    decision = facts.decision
    if decision is None or decision.fine is None:
        return
    if facts.outcome == Outcome.MITIGATED:
        yield from _obstacles_to_mitigated(decision)
    else:
        yield from _obstacles_outside_the_statute(decision)
    if facts.outcome == Outcome.LIGHTER:
        yield from _obstacles_to_lighter(decision)
    if facts.outcome in (Outcome.PENALTY, Outcome.LIGHTER):
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


def _obstacles_to_lighter(decision: DecisionFacts) -> Iterator[Obstacle]:
    """Market supervision and agriculture draw the line; elsewhere the middle of the range is asked about."""
    share = LIGHTER_UP_TO.get(decision.field_code, HALF)
    if not _is_above(share, decision):
        return
    drawn = decision.field_code in LIGHTER_UP_TO
    yield Obstacle(
        code="DIS-3",
        message=_("A lighter penalty lies within %(percent)s %% of the statutory range; this one does not.")
        % {"percent": int(share * 100)},
        article=Article(5),
        citation=LIGHTER_BY.get(decision.field_code, Citation(PENALTY, "32")),
        severity=Severity.BLOCK if drawn else Severity.WARN,
        field="fine",
        next_step=_("Lower the fine, or do not call it a lighter penalty.")
        if drawn
        else _("Lower the fine, or say why it is a lighter penalty all the same."),
    )


def _is_above(share: Decimal, decision: DecisionFacts) -> bool:
    if decision.statutory_max is None or decision.fine is None:
        return False
    low = decision.statutory_min or Decimal(0)
    return decision.fine > low + (decision.statutory_max - low) * share


def _obstacles_outside_the_benchmark(decision: DecisionFacts) -> Iterator[Obstacle]:
    """Leaving the tier needs the approval in writing that was asked for before; no reason given here suffices."""
    band, fine = decision.band, decision.fine
    if band is None or fine is None or not lies_outside(band, fine):
        return
    if not is_granted(band, fine, decision.departures):
        yield Obstacle(
            code="DIS-2",
            message=_(
                "The fine lies outside the tier of the benchmark that was chosen, and nobody approved that."
            ),
            article=Article(5),
            citation=BENCHMARK,
            severity=Severity.REQUIRE,
            field="fine",
            next_step=_("Keep to the tier, or ask for approval in writing to leave the benchmark."),
        )
