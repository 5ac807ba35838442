"""Holding a case against the lists, finding on conditions, and choosing the entry (Art. 10 para. 1)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models import Case
from enforcement.vocabulary import CaseState
from foundation.actors import Actor
from foundation.obstacles import Obstacle, Refused, Severity
from foundation.permissions import Permission
from foundation.record import audited
from leniency.models import (
    AssessmentResult,
    CaseFinding,
    LeniencyAssessment,
    LeniencyCondition,
    LeniencyEntry,
)
from leniency.rules.assessment import EntryResult, assess
from leniency.services.case_facts import facts_of, image_of_facts
from leniency.services.drafts import ARTICLE
from leniency.services.matching import Candidate, candidates_for
from leniency.vocabulary import Verdict

UNDECIDED = (
    CaseState.CLUE,
    CaseState.FILED,
    CaseState.INVESTIGATED,
    CaseState.ASSESSED,
    CaseState.NOTIFIED,
)


def assess_case(case_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> LeniencyAssessment:
    """Hold an undecided case against the lists in force at the violation and today; each time a new row.

    Raises Forbidden, Case.DoesNotExist outside the actor's organ, Stale, and Refused when it is decided.
    """
    with _undecided(case_id, "assess_leniency", by=by, at=at, expected=expected) as case:
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
    with _undecided(case_id, "find_on_condition", by=by, at=at, expected=expected) as case:
        finding = CaseFinding.objects.filter(case=case, condition=condition).first()
        finding = finding or CaseFinding(case=case, condition=condition)
        finding.holds, finding.evidence = holds, evidence
        finding.save()
        return _assess(case, by=by, at=at)


def choose_entry(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    entry: LeniencyEntry | None = None,
    reason: str = "",
    expected: int | None = None,
) -> LeniencyAssessment:
    """Apply another entry than the assessment proposes, or none, with the reason.

    Raises Refused when there is no assessment yet, or the choice departs from it without a reason.
    """
    with _undecided(case_id, "choose_entry", by=by, at=at, expected=expected, why=reason) as case:
        found = LeniencyAssessment.objects.latest_of(case.pk)
        obstacles = list(_obstacles_to_choice(found, entry, reason))
        if obstacles:
            raise Refused(obstacles)
        found.chosen_entry, found.choice_reason = entry, reason
        found.save()
        return found


@contextmanager
def _undecided(
    case_id: int, action: str, *, by: Actor, at: datetime, expected: int | None, why: str = ""
) -> Iterator[Case]:
    by.require(Permission.CASE_HANDLE)
    with audited(f"case:{action}", by=by, at=at, under=ARTICLE, why=why):
        case = Case.objects.workable_by(by).locked(case_id, expected=expected)
        if case.state not in UNDECIDED:
            raise Refused([_is_decided(case)])
        yield case


def _assess(case: Case, *, by: Actor, at: datetime) -> LeniencyAssessment:
    today = timezone.localdate(at)
    violation_on = case.ended_on or case.occurred_on
    candidates = candidates_for(
        case.matter, violation_on=violation_on, decision_on=today, district_id=case.district_id
    )
    facts = facts_of(case, today=today)
    found = assess([c.terms for c in candidates], facts)
    best = found.best
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


def _obstacles_to_choice(
    found: LeniencyAssessment | None, entry: LeniencyEntry | None, reason: str
) -> Iterator[Obstacle]:
    if found is None:
        yield Obstacle(
            code="LEN-0",
            message=_("There is no assessment to choose from."),
            article=ARTICLE,
            severity=Severity.REQUIRE,
            next_step=_("Assess the case first."),
        )
        return
    result = found.results.filter(entry=entry).first() if entry else None
    if entry is not None and result is None:
        yield Obstacle(
            code="LEN-10",
            message=_("This entry was not in force for this matter."),
            article=ARTICLE,
            field="entry",
            next_step=_("Choose among the entries of the assessment."),
        )
    applies = result is not None and result.applies == Verdict.HOLDS
    if not applies and not reason.strip():
        yield Obstacle(
            code="LEN-9",
            message=_("The choice departs from the assessment."),
            article=ARTICLE,
            severity=Severity.REQUIRE,
            field="reason",
            next_step=_("Say why; the deciding head reads it."),
        )


def _is_decided(case: Case) -> Obstacle:
    return Obstacle(
        code="LEN-11",
        message=_("The case is “%(state)s”: leniency is assessed before the decision.")
        % {"state": case.get_state_display()},
        article=ARTICLE,
        next_step=_("The assessment that the decision rests on stays as it is."),
    )
