"""What the lists put in the way of a case: registered on its life cycle when the app starts (Art. 10)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from enforcement.models import Case
from enforcement.vocabulary import LENIENT_GROUNDS, PENALISING, Outcome
from foundation.actors import Actor
from foundation.obstacles import Obstacle
from leniency.models import LeniencyAssessment
from leniency.rules.deciding import (
    LeniencyFacts,
    Matched,
    obstacles_to_assessed,
    obstacles_to_outcome,
    obstacles_to_unweighed_leniency,
)
from leniency.services.case_facts import facts_of, image_of_facts
from leniency.vocabulary import Verdict

WEIGHED = (*PENALISING, Outcome.NO_PENALTY)


def obstacles_to_concluding(case: Case, _by: Actor, at: datetime) -> Iterable[Obstacle]:
    """An assessment exists and rests on the facts as they stand."""
    return obstacles_to_assessed(leniency_facts(case, at=at))


def obstacles_to_deciding(case: Case, _by: Actor, at: datetime) -> Iterable[Obstacle]:
    """The outcome proposed agrees with the lists, or a reason is recorded."""
    if case.outcome not in WEIGHED:
        return ()
    facts = leniency_facts(case, at=at)
    return (*obstacles_to_assessed(facts), *obstacles_to_outcome(facts))


def obstacles_to_not_filing(case: Case, _by: Actor, at: datetime) -> Iterable[Obstacle]:
    """A clue that is not filed out of leniency was held against the lists (FIL-3)."""
    ground = getattr(getattr(case, "non_filing", None), "ground", "")
    if ground not in LENIENT_GROUNDS:
        return ()
    return obstacles_to_unweighed_leniency(leniency_facts(case, at=at))


def leniency_facts(case: Case, *, at: datetime) -> LeniencyFacts:
    """The latest assessment of a case as the rules take it."""
    latest = LeniencyAssessment.objects.latest_of(case.pk)
    if latest is None:
        return LeniencyFacts(is_made=False, is_current=False, outcome=case.outcome)
    applying = latest.results.filter(applies=Verdict.HOLDS).values_list("entry_code", "type")
    return LeniencyFacts(
        is_made=True,
        is_current=is_current(latest, case, at=at),
        outcome=case.outcome,
        matched=tuple(Matched(code, kind) for code, kind in applying),
    )


def is_current(assessment: LeniencyAssessment, case: Case, *, at: datetime) -> bool:
    """Whether the recorded facts are still those that were assessed."""
    return bool(assessment.facts == image_of_facts(facts_of(case, today=timezone.localdate(at))))
