"""Which measures a level of risk proposes, by when, and what shows that they were taken (Art. 9; local setting)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from enforcement.rules.reckoning import months_after
from foundation.articles import Article
from foundation.obstacles import Obstacle
from riskcontrol.vocabulary import DropReason, Level, PlanMeasure

DUE_MONTHS = {Level.HIGH.value: 1, Level.MEDIUM.value: 6}
AGAIN_AFTER_MONTHS = {Level.HIGH.value: 3, Level.MEDIUM.value: 12}
TALKED_WITHIN_MONTHS = 24


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What is known of one planned measure; ``proof_*`` tell of the guidance or visit that is named for it."""

    measure: str
    has_proof: bool = False
    proof_fits: bool = False
    drop_reason: str = ""
    drop_text: str = ""


def proposed_measures(level: str, *, was_exhorted: bool, visits_left: bool) -> tuple[PlanMeasure, ...]:
    """The measures of a level, the mildest that may help; a visit only inside the published cap."""
    if level == Level.MEDIUM:
        return (PlanMeasure.TIP, PlanMeasure.COUNSEL)
    if level != Level.HIGH:
        return ()
    talk = PlanMeasure.INTERVIEW if was_exhorted else PlanMeasure.EXHORT
    return (talk, PlanMeasure.VISIT) if visits_left else (talk,)


def due_day(level: str, proposed_on: date) -> date:
    """By when a measure is to be taken: the cycle of its level."""
    return months_after(proposed_on, DUE_MONTHS[level])


def obstacles_to_finishing(facts: PlanFacts) -> Iterator[Obstacle]:
    """A measure is done when the guidance or the visit that carried it out is named."""
    if not facts.has_proof:
        yield Obstacle(
            code="RSK-18",
            message=_("What carried the measure out is not named."),
            article=Article(9),
            field="inspection" if facts.measure == PlanMeasure.VISIT else "guidance",
            next_step=_("Name the guidance that was issued, or the visit that was held."),
        )
    elif not facts.proof_fits:
        yield Obstacle(
            code="RSK-19",
            message=_("What is named is another measure, of another counterpart, or came before the plan."),
            article=Article(9),
            next_step=_("Name what fits, or drop the measure as done otherwise."),
        )


def obstacles_to_dropping(facts: PlanFacts) -> Iterator[Obstacle]:
    if facts.drop_reason == DropReason.OTHER and not facts.drop_text.strip():
        yield Obstacle(
            code="RSK-20",
            message=_("“Other reason” says nothing by itself."),
            article=Article(9),
            field="drop_text",
            next_step=_("Write the reason down."),
        )
