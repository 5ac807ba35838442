"""Leaving the discretion benchmark: asked for with a reason, approved in writing (Art. 5; Penalty Law, Art. 34)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.rules.facts import BandFacts, Granted
from enforcement.vocabulary import Approver
from foundation.articles import PENALTY, Article, Citation
from foundation.obstacles import Obstacle, Severity

BENCHMARK = Citation(PENALTY, "34")


@dataclass(frozen=True, slots=True)
class AskedDeparture:
    """What is asked for, and the range that statute and benchmark leave."""

    tier: str
    fine: Decimal
    bands: tuple[BandFacts, ...]
    statutory_min: Decimal | None = None
    statutory_max: Decimal | None = None
    is_waiting: bool = False

    @property
    def band(self) -> BandFacts | None:
        return next((band for band in self.bands if band.tier == self.tier), None)


@dataclass(frozen=True, slots=True)
class DepartureFacts:
    """A request before it is answered."""

    approver: str
    actor_is_asker: bool
    actor_is_handler: bool
    actor_is_of_the_organ: bool
    has_discussion: bool = False
    answer: str = ""


def lies_outside(band: BandFacts, fine: Decimal) -> bool:
    """Whether ``fine`` lies outside the tier; an open end has no bound."""
    below = band.fine_min is not None and fine < band.fine_min
    return below or (band.fine_max is not None and fine > band.fine_max)


def is_granted(band: BandFacts, fine: Decimal, granted: Sequence[Granted]) -> bool:
    """DIS-2: whether an approved departure goes as far from the tier as ``fine`` does, and to the same side."""
    is_below = band.fine_min is not None and fine < band.fine_min
    return any(
        lies_outside(band, one.fine) and (one.fine <= fine if is_below else one.fine >= fine)
        for one in granted
        if one.tier == band.tier and (band.fine_min is not None and one.fine < band.fine_min) == is_below
    )


def obstacles_to_asking_departure(facts: AskedDeparture) -> Iterator[Obstacle]:
    """There is a tier to leave, the amount leaves it, and it stays in the statute; one request at a time."""
    if facts.band is None:
        yield _dis_2(
            _("The benchmark of this matter has no such tier."), _("Choose a tier of the benchmark."), "tier"
        )
    elif not lies_outside(facts.band, facts.fine):
        yield _dis_2(
            _("This fine lies within the tier: nothing is left."),
            _("Decide within the tier; no approval is needed."),
            "fine",
        )
    below = facts.statutory_min is not None and facts.fine < facts.statutory_min
    if below or (facts.statutory_max is not None and facts.fine > facts.statutory_max):
        yield _dis_2(
            _("No approval leads out of the statutory range."),
            _("Choose an amount within the statute; what lies below its minimum is a mitigated penalty."),
            "fine",
        )
    if facts.is_waiting:
        yield _dis_2(_("A departure is asked for already."), _("Wait for the answer to the first request."))


def obstacles_to_answering_departure(facts: DepartureFacts) -> Iterator[Obstacle]:
    """DIS-2: who answers is neither asker nor handler, and stands where the benchmark was set."""
    if facts.actor_is_asker or facts.actor_is_handler:
        yield _dis_2(
            _("Who asks for it or handles the case does not approve it."), _("Let another head answer.")
        )
    if facts.approver == Approver.SUPERIOR and facts.actor_is_of_the_organ:
        yield _dis_2(
            _("The benchmark is one of the superior organ: it answers this request."),
            _("The head of the organ above finds it among the requests to be answered."),
        )


def obstacles_to_approving_departure(facts: DepartureFacts) -> Iterator[Obstacle]:
    """DIS-2: the approval is in writing; a collective one has its minute in the file."""
    yield from obstacles_to_answering_departure(facts)
    if not facts.answer.strip():
        yield _dis_2(
            _("An approval is given in writing."),
            _("Write down why this case may leave the benchmark."),
            "answer",
            Severity.REQUIRE,
        )
    if facts.approver == Approver.COLLECTIVE and not facts.has_discussion:
        yield _dis_2(
            _("The minute of the collective discussion is not in the file."),
            _("Record the collective discussion of the case first."),
            severity=Severity.REQUIRE,
        )


def _dis_2(
    message: Any, next_step: Any, field: str | None = None, severity: Severity = Severity.BLOCK
) -> Obstacle:
    return Obstacle(
        code="DIS-2",
        message=message,
        article=Article(5),
        citation=BENCHMARK,
        severity=severity,
        field=field,
        next_step=next_step,
    )
