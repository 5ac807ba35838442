"""Holding a case against the lists, and finding on conditions (Art. 10 para. 1)."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from enforcement.models import Case
from foundation.actors import Actor
from leniency.models import (
    AssessmentResult,
    CaseFinding,
    LeniencyAssessment,
    LeniencyCondition,
)
from leniency.rules.assessment import EntryResult, assess
from leniency.services.carrying import carry_choices
from leniency.services.case_facts import facts_of, image_of_facts
from leniency.services.matching import Candidate, candidates_for
from leniency.services.under_way import undecided


def assess_case(case_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> LeniencyAssessment:
    """Hold an undecided case against the lists in force at the violation and today; each time a new row.

    Raises Forbidden, Case.DoesNotExist outside the actor's organ, Stale, and Refused when it is decided.
    """
    with undecided(case_id, "assess_leniency", by=by, at=at, expected=expected) as case:
        return _assess(case, by=by, at=at)


def assess_named_case(*, by: Actor, at: datetime, case: Case) -> LeniencyAssessment:
    """The same for who names the case in the question."""
    return assess_case(case.pk, by=by, at=at)


def record_finding(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    condition: LeniencyCondition,
    holds: bool,
    evidence: str,
    expected: int | None = None,
) -> LeniencyAssessment:
    """Record what was found about a condition, on what evidence, and assess anew."""
    with undecided(case_id, "find_on_condition", by=by, at=at, expected=expected) as case:
        finding = CaseFinding.objects.filter(case=case, condition=condition).first()
        finding = finding or CaseFinding(case=case, condition=condition)
        finding.holds, finding.evidence = holds, evidence
        finding.save()
        return _assess(case, by=by, at=at)


def _assess(case: Case, *, by: Actor, at: datetime) -> LeniencyAssessment:
    today = timezone.localdate(at)
    violation_on = case.ended_on or case.occurred_on
    candidates = candidates_for(
        case.matter, violation_on=violation_on, decision_on=today, district_id=case.district_id
    )
    facts = facts_of(case, today=today)
    found = assess([c.terms for c in candidates], facts)
    best = found.best
    before = LeniencyAssessment.objects.latest_of(case.pk)
    stored = LeniencyAssessment(
        case=case,
        assessed_at=at,
        assessed_by_id=by.officer_id,
        violation_on=violation_on,
        decision_on=today,
        conclusion=found.conclusion,
        could_be=found.could_be or "",
        facts=image_of_facts(facts),
        grounds=[ground.as_dict() for ground in found.grounds],
        weighed=found.as_weighed(),
        chosen_entry_id=best.entry.id if best else None,
    )
    stored.save()
    for candidate, result in zip(candidates, found.results, strict=True):
        _keep(stored, candidate, result)
    carry_choices(before, stored, by=by, at=at)
    return stored


def _keep(assessment: LeniencyAssessment, candidate: Candidate, result: EntryResult) -> None:
    entry = candidate.entry
    AssessmentResult(
        assessment=assessment,
        entry=entry,
        entry_code=entry.code,
        entry_revision=entry.revision,
        type=entry.list.type,
        violation_zh=entry.violation_zh,
        violation_en=entry.violation_en,
        in_force_on=candidate.in_force_on,
        applies=result.applies,
        conditions=[c.as_dict() for c in result.conditions],
    ).save()
