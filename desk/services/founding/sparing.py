"""What the invented city does where nobody is penalised: it argues the law, teaches, and looks again (Art. 10)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from enforcement.models import Case, Counterpart
from enforcement.services import cases
from enforcement.services.counterparts import register_counterpart
from enforcement.vocabulary import Outcome, ReviewOpinion
from foundation.actors import Actor
from foundation.vocabulary import OverrideReason
from leniency.models import AssessmentResult, LeniencyAssessment, LeniencyChoice
from leniency.rules.deciding import SPARING
from leniency.services import (
    approve_choice,
    assess_case,
    choose_entry,
    draft_promise,
    educate,
    plan_check,
    receive_promise,
    record_check,
    state_ground,
)
from leniency.vocabulary import Acknowledged, CheckResult, EducationMeans, LawGround, Verdict

PROMISES = 3  # one party in so many gives a commitment letter
THREE_DAYS = timedelta(days=3)
REASONS: dict[str, Any] = {
    "conduct": "涉及商品少、时间短，当日发现当日停止。",
    "corrected": "在责令期限内改正，复查照片在卷。",
    "no_harm": "未售出，无人投诉，未造成危害后果。",
}


def argue_the_law(case: Case, *, by: Actor, reviewer: Actor, is_flagged: bool, at: datetime) -> None:
    """Where no entry spares the party, a ground of the law is stated; what is weighty or so argued is reviewed."""
    is_argued = not _is_listed(case)
    if is_argued:
        state_ground(case.pk, by=by, at=at, ground=LawGround.MINOR, **REASONS)
    if is_argued or is_flagged:
        text = "事实清楚，要件齐备，同意依法不予处罚。"
        cases.record_review(case.pk, by=reviewer, at=at, opinion=ReviewOpinion.PASSED, text=text)


def teach(case: Case, *, by: Actor, at: datetime) -> None:
    """The party is taught; some promise in writing; a second look is planned."""
    if case.outcome != Outcome.NO_PENALTY:
        return
    today = timezone.localdate(at)
    educate(
        case.pk, by=by, at=at, given_on=today, means=EducationMeans.IN_PERSON,
        said="逐条讲解所违反的规定、可能的后果和改正办法。", acknowledged=Acknowledged.SIGNED,
    )  # fmt: skip
    if case.pk % PROMISES == 0:
        draft_promise(case.pk, by=by, at=at)
        receive_promise(case.pk, by=by, at=at, received_on=today, signed_by=case.counterpart.name[:20])
    plan_check(case.pk, by=by, at=at, due_on=today + THREE_DAYS)


def look_again(case: Case, *, by: Actor, at: datetime) -> None:
    """The second look finds everything corrected."""
    if case.outcome == Outcome.NO_PENALTY:
        day = timezone.localdate(at)
        record_check(
            case.pk,
            by=by,
            at=at,
            checked_on=day,
            result=CheckResult.CORRECTED,
            evidence="复查照片两张，在卷。",
        )


def depart_from_assessments(open_cases: list[Case], officer: Actor, head: Actor, *, at: datetime) -> None:
    """Two departures from assessments, the earlier one approved; and a letter that the party has not signed."""
    for case in open_cases:
        assess_case(case.pk, by=officer, at=at)
    found = [case for case in open_cases if _results(case)][:2]
    for number, case in enumerate(found):
        applying = [r for r in _results(case) if r.applies == Verdict.HOLDS]
        entry = None if applying else _results(case)[0].entry
        reason = "当事人经营规模和改正情况与清单所列情形不尽一致，建议另行把握。"
        choose_entry(
            case.pk, by=officer, at=at, entry=entry, cause=OverrideReason.SPECIAL_FACTS, reason=reason
        )
        if not number:
            row = LeniencyChoice.objects.get(case=case)
            approve_choice(row.pk, by=head, at=at, answer="理由成立，同意。")
            draft_promise(case.pk, by=officer, at=at)


def rename_a_firm(firms: list[Counterpart], *, by: Actor, at: datetime) -> None:
    """A firm stands in the registry a second time under its new name; nobody has said yet that it is the same."""
    for firm in firms:
        if firm.legal_representative and firm.address and not firm.is_citizen:
            register_counterpart(
                by=by, at=at, kind=firm.kind, name=f"新{firm.name}"[:200], region=firm.region, industry=firm.industry,
                legal_representative=firm.legal_representative, address=firm.address,
            )  # fmt: skip
            return


def _results(case: Case) -> list[AssessmentResult]:
    found = LeniencyAssessment.objects.latest_of(case.pk)
    return list(found.results.select_related("entry")) if found else []


def _is_listed(case: Case) -> bool:
    found = LeniencyAssessment.objects.latest_of(case.pk)
    return bool(found and found.results.filter(applies=Verdict.HOLDS, type__in=SPARING).exists())
