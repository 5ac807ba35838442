"""The summary procedure: decided on the spot, handed over on the spot (Penalty Law, Art. 51-53; DEC-1)."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from enforcement.events import CaseDecided
from enforcement.models import Case, Decision
from enforcement.rules import limits
from enforcement.rules.facts import SpotFacts
from enforcement.rules.limits_after import payment
from enforcement.services.calendar import last_day_of
from enforcement.services.cases.base import officer_of, taking
from enforcement.services.cases.handing_in import day_to_hand_in, plan_handing_in
from enforcement.services.cases.people import set_handlers
from enforcement.services.cases.serving import follow_obligation, reckon_after_service
from enforcement.services.numbers import next_number
from enforcement.services.profiles import profile_of
from enforcement.services.publicity import publicity_owed
from enforcement.vocabulary import CounterpartKind, DocumentKind, Outcome, PenaltyKind, Procedure
from foundation.actors import Actor
from foundation.events import announce

PERSONS = (CounterpartKind.CITIZEN,)


def decide_on_spot(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    handlers: list[Any],
    facts_found: str,
    certificates_shown_on: date | None = None,
    is_certain: bool = False,
    was_heard: bool = False,
    outcome: str = Outcome.PENALTY,
    penalty_kind: str = PenaltyKind.WARNING,
    fine: Decimal | None = None,
    tier: str = "",
    correction_order: str = "",
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> Case:
    """Decide a small and certain violation where it was found, and hand the decision over.

    Raises Refused above 200 yuan for a citizen or 3,000 for others, and for any doubt about the facts.
    """
    today = timezone.localdate(at)
    parts: list[Any] = []
    with taking(
        case_id, "decide_on_spot", by=by, at=at, expected=expected, overrides=overrides, parts=parts
    ) as case:
        set_handlers(case, handlers)
        case.procedure, case.outcome = Procedure.SUMMARY, outcome
        case.facts_found = facts_found
        case.certificates_shown_on = certificates_shown_on
        case.filed_on = case.decided_on = today
        case.deadline_on = last_day_of(limits.decision, profile_of(case), today)
        case.number = next_number(organ=case.organ, kind=DocumentKind.FILING, at=at)
        case.on_spot = SpotFacts(
            penalty_kind=penalty_kind,
            fine=fine,
            is_person=case.counterpart.kind in PERSONS,
            is_certain=is_certain,
            was_heard=was_heard,
        )
        case.decision = Decision(
            case=case,
            number=next_number(organ=case.organ, kind=DocumentKind.DECISION, at=at),
            outcome=outcome,
            penalty_kind=penalty_kind,
            fine=fine,
            tier=tier,
            reasons=facts_found,
            correction_order=correction_order,
            decided_by=officer_of(by),
            decided_on=today,
            served_on=today,
            carry_out_by=last_day_of(payment, today) if fine else None,
            file_by=day_to_hand_in(case, today),
        )
        reckon_after_service(case.decision, keeps_its_day=not fine)
        follow_obligation(case, at=at)
        parts += [case.decision, *publicity_owed(case, at=at)]
        plan_handing_in(case)
    announce(CaseDecided(case.pk))
    return case
