"""What the lists put in the way of a case: registered on its life cycle when the app starts (Art. 10)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone

from enforcement.models import Case, CoerciveMeasure
from enforcement.vocabulary import PENALISING, Correction, Outcome, ReviewOpinion
from foundation.actors import Actor
from foundation.obstacles import Obstacle
from leniency.models import (
    AssessmentResult,
    CorrectionCheck,
    EducationRecord,
    LeniencyAssessment,
    LeniencyChoice,
    OffListWaiver,
    RevisitNotice,
)
from leniency.rules.coercion import obstacles_to_unlisted_coercion
from leniency.rules.deciding import (
    LeniencyFacts,
    Matched,
    obstacles_to_assessed,
    obstacles_to_outcome,
)
from leniency.rules.following_up import (
    FollowUpFacts,
    SparingFacts,
    obstacles_to_closing_unfollowed,
    obstacles_to_sparing_unprepared,
)
from leniency.rules.off_list import OffListFacts
from leniency.services.case_facts import image_of_facts, recorded_facts
from leniency.vocabulary import ChoiceState, ListType, Verdict

WEIGHED = (*PENALISING, Outcome.NO_PENALTY)


def obstacles_to_concluding(case: Case, _by: Actor, at: datetime) -> Iterable[Obstacle]:
    """An assessment exists and rests on the facts as they stand."""
    return obstacles_to_assessed(leniency_facts(case, at=at))


def obstacles_to_deciding(case: Case, _by: Actor, at: datetime) -> Iterable[Obstacle]:
    """The outcome proposed agrees with the lists, or a reason is recorded."""
    if case.outcome not in WEIGHED:
        return ()
    facts = leniency_facts(case, at=at)
    return (*obstacles_to_assessed(facts), *obstacles_to_outcome(facts), *_to_sparing(case, at=at))


def _to_sparing(case: Case, *, at: datetime) -> Iterable[Obstacle]:
    if case.outcome != Outcome.NO_PENALTY or getattr(case, "decision", None) is None:
        return ()
    return obstacles_to_sparing_unprepared(sparing_facts(case, at=at))


def sparing_facts(case: Case, *, at: datetime) -> SparingFacts:
    """What the decision in hand says of correction and education, and what was done before it."""
    decision, known = case.decision, case.circumstances
    return SparingFacts(
        today=timezone.localdate(at),
        correct_by=decision.correct_by,
        educate_by=decision.educate_by,
        is_correctable=known.corrected_when != Correction.IMPOSSIBLE,
        is_corrected=known.corrected_on is not None,
        is_educated=EducationRecord.objects.filter(case=case).exists(),
    )


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
        LeniencyAssessment.objects.filter(case_id=case.pk)
        .annotate(listed=listed, overtaken=Exists(_notices_after(OuterRef("case"), OuterRef("assessed_at"))))
        .order_by("-id")
        .first()
    )
    if latest is None:
        return LeniencyFacts(is_made=False, is_current=False)
    recorded = image_of_facts(recorded_facts(case))
    matched = (Matched(latest.listed, ListType.NO_COERCION),) if latest.listed else ()
    return LeniencyFacts(
        is_made=True, is_current=latest.facts == recorded and not latest.overtaken, matched=matched
    )


def leniency_facts(case: Case, *, at: datetime) -> LeniencyFacts:
    """The latest assessment of a case as the rules take it, with what departs from it."""
    latest = LeniencyAssessment.objects.latest_of(case.pk)
    if latest is None:
        return LeniencyFacts(is_made=False, is_current=False, outcome=case.outcome)
    verdicts = {r.entry_id: r for r in latest.results.all()}
    approved = latest.choices.filter(state=ChoiceState.APPROVED).order_by("-id").first()
    return LeniencyFacts(
        is_made=True,
        is_current=is_current(latest, case),
        outcome=case.outcome,
        matched=tuple(Matched(r.entry_code, r.type) for r in verdicts.values() if r.applies == Verdict.HOLDS),
        chosen=_let_apply(approved, verdicts),
        awaits_head=LeniencyChoice.objects.filter(case=case, state=ChoiceState.ASKED).exists(),
        has_approved_departure=approved is not None,
        off_list=off_list_facts(latest) if case.outcome == Outcome.NO_PENALTY else OffListFacts(),
    )


def _let_apply(approved: LeniencyChoice | None, verdicts: Mapping[int, AssessmentResult]) -> Matched | None:
    """An entry of which not all is known may be let apply; one that fails stays out, whoever approves."""
    result = verdicts.get(approved.entry_id) if approved and approved.entry_id else None
    return Matched(result.entry_code, result.type) if result and result.applies == Verdict.UNKNOWN else None


def off_list_facts(latest: LeniencyAssessment) -> OffListFacts:
    """The statement about the facts as they were assessed last, and whether legal review agreed since."""
    rows = OffListWaiver.objects.filter(case=latest.case_id).select_related("assessment")
    stated = rows.order_by("-id").first()
    if stated is None:
        return OffListFacts()
    review = latest.case.reviews.select_related("reviewer").order_by("-id").first()
    return OffListFacts(
        ground=stated.ground,
        is_current=stated.assessment.facts == latest.facts,
        is_reviewed=review is not None
        and review.opinion == ReviewOpinion.PASSED
        and review.reviewed_at >= stated.stated_at
        and review.reviewer.has_legal_qualification,
        grounds=tuple(latest.grounds),
    )


def obstacles_to_closing(case: Case, _by: Actor, _at: datetime) -> Iterable[Obstacle]:
    """Who was spared was taught, and what was ordered is done (LEN-8)."""
    if case.outcome != Outcome.NO_PENALTY:
        return ()
    return obstacles_to_closing_unfollowed(follow_up_facts(case))


def follow_up_facts(case: Case) -> FollowUpFacts:
    """What was done for a party that was spared."""
    checks = list(CorrectionCheck.objects.filter(case=case).order_by("id"))
    held = [check for check in checks if check.checked_on is not None]
    return FollowUpFacts(
        outcome=case.outcome,
        is_educated=EducationRecord.objects.filter(case=case).exists(),
        is_corrected=case.circumstances.corrected_on is not None,
        last_result=held[-1].result if held else "",
        is_check_open=len(held) < len(checks),
    )


def is_current(assessment: LeniencyAssessment, case: Case) -> bool:
    """Whether the recorded facts are still those that were assessed, and no list moved under them since."""
    moved = _notices_after(case.pk, assessment.assessed_at).exists()
    return not moved and facts_stand(assessment, case)


def facts_stand(assessment: LeniencyAssessment, case: Case) -> bool:
    """Whether the facts of a case that was just read are still those that were assessed."""
    return bool(assessment.facts == image_of_facts(recorded_facts(case)))


def _notices_after(case: Any, moment: Any) -> Any:
    return RevisitNotice.objects.filter(case=case, told_at__gte=moment)
