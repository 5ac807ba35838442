"""What the lists put in the way of a case: registered on its life cycle when the app starts (Art. 10)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from enforcement.models import Case, CoerciveMeasure
from enforcement.vocabulary import LENIENT_GROUNDS, PENALISING, Outcome
from foundation.actors import Actor
from foundation.obstacles import Obstacle
from leniency.models import AssessmentResult, LeniencyAssessment
from leniency.rules.coercion import obstacles_to_unlisted_coercion
from leniency.rules.deciding import (
    LeniencyFacts,
    Matched,
    obstacles_to_assessed,
    obstacles_to_outcome,
    obstacles_to_unweighed_leniency,
)
from leniency.services.case_facts import facts_of, image_of_facts, recorded_facts
from leniency.vocabulary import ListType, Verdict

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


def obstacles_to_coercing(measure: CoerciveMeasure, _by: Actor, _at: datetime) -> Iterable[Obstacle]:
    """The lists of no coercion were asked; they speak of measures, not of executing a decision."""
    if measure.is_execution or measure.approved_at is not None:
        return ()
    return obstacles_to_unlisted_coercion(_facts_about_coercion(measure.case))


def _facts_about_coercion(case: Case) -> LeniencyFacts:
    """The latest assessment and an entry of a list of no coercion that applies, in two queries."""
    applying = AssessmentResult.objects.filter(
        assessment=OuterRef("pk"), applies=Verdict.HOLDS, type=ListType.NO_COERCION
    )
    listed = Subquery(applying.order_by("entry_code").values("entry_code")[:1])
    latest = (
        LeniencyAssessment.objects.filter(case_id=case.pk).annotate(listed=listed).order_by("-id").first()
    )
    if latest is None:
        return LeniencyFacts(is_made=False, is_current=False)
    recorded = image_of_facts(recorded_facts(case))
    matched = (Matched(latest.listed, ListType.NO_COERCION),) if latest.listed else ()
    return LeniencyFacts(is_made=True, is_current=latest.facts == recorded, matched=matched)


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
