"""Legal review and the one decision of a case (Penalty Law, Art. 57-59)."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from enforcement.events import CaseDecided
from enforcement.models import Case, CasePerson, Circumstances, Decision, LegalReview
from enforcement.rules.limits_after import payment
from enforcement.rules.reasons import obstacles_to_silence
from enforcement.rules.reviewers import obstacles_to_reviewing
from enforcement.services.calendar import last_day_of
from enforcement.services.cases.base import officer_of, refuse, taking, working_on
from enforcement.services.cases.following import SERVE, follow
from enforcement.services.cases.hearing import gives_hearing
from enforcement.services.cases.people import assign_to_case
from enforcement.services.cases.reviewing import answer_requests
from enforcement.services.cases.serving import set_time_to_serve
from enforcement.services.deadlines import stop_watching
from enforcement.services.numbers import next_number
from enforcement.services.profiles import profile_of
from enforcement.services.publicity import publicity_owed
from enforcement.vocabulary import PENALISING, CaseRole, DocumentKind
from foundation.actors import Actor
from foundation.articles import Article
from foundation.events import announce
from foundation.permissions import Permission


def record_review(
    case_id: int, *, by: Actor, at: datetime, opinion: str, text: str, expected: int | None = None
) -> Case:
    """Record the opinion of a legal reviewer; raises Refused when the reviewer handles the case."""
    refuse(obstacles_to_silence(text, field="text"))
    with working_on(
        case_id, "review", by=by, at=at, needs=Permission.CASE_REVIEW, under=Article(6), expected=expected
    ) as case:
        reviewer = officer_of(by)
        assign_to_case(case, reviewer, CaseRole.REVIEWER)
        refuse(
            obstacles_to_reviewing(
                reviewer.name,
                is_qualified=reviewer.has_legal_qualification,
                has_reviewed_before=LegalReview.objects.filter(reviewer=reviewer).exists(),
            )
        )
        LegalReview(case=case, reviewer=reviewer, opinion=opinion, text=text, reviewed_at=at).save()
        answer_requests(case, at=at)
        return case


def decide_case(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    outcome: str,
    reasons: str,
    penalty_kind: str = "",
    fine: Decimal | None = None,
    tier: str = "",
    correction_order: str = "",
    education: str = "",
    correct_by: date | None = None,
    educate_by: date | None = None,
    transferred_to: str = "",
    performance: str = "",
    remedies: str = "",
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> Case:
    """Decide the case once, by a head who neither handled nor reviewed it.

    ``correct_by`` is the last day of the order to correct; left out, a day that was ordered before and is still to
    come stays. ``educate_by`` is by when a party that is spared is taught. Raises Refused for everything that stands
    against it.
    """
    today = timezone.localdate(at)
    parts: list[Any] = []
    with taking(case_id, "decide", by=by, at=at, expected=expected, overrides=overrides, parts=parts) as case:
        decider = officer_of(by)
        penal = outcome in PENALISING
        case.outcome, case.decided_on = outcome, today
        stop_watching(case)
        case.gives_hearing = penal and gives_hearing(case, profile_of(case), kind=penalty_kind, fine=fine)
        kind = DocumentKind.DECISION if penal else DocumentKind.NO_PENALTY
        case.decision = Decision(
            case=case,
            number=next_number(organ=case.organ, kind=kind, at=at),
            outcome=outcome,
            penalty_kind=penalty_kind,
            fine=fine,
            tier=tier,
            reasons=reasons,
            correction_order=correction_order,
            education=education,
            correct_by=correct_by or _ordered_before(case, today) if correction_order.strip() else None,
            educate_by=educate_by,
            transferred_to=transferred_to,
            performance=performance,
            remedies=remedies,
            decided_by=decider,
            decided_on=today,
            carry_out_by=last_day_of(payment, today) if penal else None,
        )
        set_time_to_serve(case.decision)
        follow(SERVE, case, case.decision.serve_by, at=at)
        parts += [CasePerson(case=case, officer=decider, role=CaseRole.DECIDER), case.decision]
        parts += publicity_owed(case, at=at)
        parts += _time_to_correct(case)
    announce(CaseDecided(case.pk))
    return case


def _ordered_before(case: Case, today: date) -> date | None:
    """The day of an order to correct that was given on the way and still runs."""
    known = case.circumstances
    runs = known.correct_by is not None and known.correct_by >= today and known.corrected_on is None
    return known.correct_by if runs else None


def _time_to_correct(case: Case) -> list[Circumstances]:
    """The day that the decision orders is that of the case from then on; a row apart: the rules still read the old."""
    known = Circumstances.objects.get(case=case)
    if case.decision.correct_by in (None, known.correct_by):
        return []
    known.correct_by = case.decision.correct_by
    return [known]
