"""Leading a case through the services to the state that a test is about."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from enforcement.models import Case
from enforcement.services import cases
from enforcement.vocabulary import CaseState, Outcome, PenaltyKind
from leniency.services.assessing import assess_case
from leniency.services.following_up import educate, plan_check, record_check
from leniency.services.off_list import state_ground
from tests.city import NOON, City, a_clue, a_filed_case, add_evidence

DAY = timedelta(days=1)
PENALTY: dict[str, Any] = {
    "outcome": Outcome.PENALTY,
    "penalty_kind": PenaltyKind.FINE,
    "fine": Decimal(500),
    "reasons": "事实清楚，证据确凿。",
    "correction_order": "三日内明码标价。",
    "performance": "十五日内到指定银行缴纳。",
    "remedies": "可以在六十日内申请复议，或者在六个月内起诉。",
}
MONEY: dict[str, Any] = {"amount": Decimal(500), "means": "bank", "receipt_number": "豫罚2026-0001"}
EDUCATION: dict[str, Any] = {
    "outcome": Outcome.NO_PENALTY,
    "reasons": "轻微并及时改正，未造成危害后果。",
    "correction_order": "三日内明码标价。",
    "education": "现场讲解价格法。",
    "correct_by": date(2026, 12, 31),
    "educate_by": date(2026, 12, 31),
}
NOTHING_FOUND: dict[str, Any] = {"ground": "no_facts", "reason": "核查未发现违法事实。"}
OFF_LIST = {"LEN-9": "清单外，依法不予处罚。"}
BEYOND_THE_LISTS = {
    "ground": "minor",
    "conduct": "仅三件商品未标价。",
    "corrected": "当场补齐价签，照片在卷。",
    "no_harm": "尚未售出，无人受损。",
}
AFTER_DEFENCE = NOON + 10 * DAY


def investigated(city: City, *, at: datetime = NOON, **clue: Any) -> Case:
    case = a_filed_case(city, at=at, **clue)
    add_evidence(case, city)
    return cases.conclude_investigation(
        case.pk,
        by=city.actor("officer"),
        at=at,
        facts_found="未明码标价。",
        certificates_shown_on=date(2026, 11, 4),
    )


def assessed(city: City, *, at: datetime = NOON, **clue: Any) -> Case:
    case = investigated(city, at=at, **clue)
    assess_case(case.pk, by=city.actor("officer"), at=at)
    return cases.conclude_assessment(case.pk, by=city.actor("officer"), at=at)


def notified(city: City, *, at: datetime = NOON, **clue: Any) -> Case:
    case = assessed(city, at=at, **clue)
    return cases.serve_notice(
        case.pk,
        by=city.actor("officer"),
        at=at,
        content="拟罚款五百元。",
        served_on=at.date(),
        rights_told=True,
        intended_fine=Decimal(500),
    )


def decided(city: City, *, at: datetime = AFTER_DEFENCE, **decision: Any) -> Case:
    """Punished after the time for defence, or decided as ``decision`` says."""
    case = notified(city)
    return cases.decide_case(case.pk, by=city.actor("head"), at=at, **(decision or PENALTY))


def reasoned(
    case: Case, city: City, *, by: str = "officer", reviewer: str = "reviewer", at: datetime = NOON
) -> Case:
    """A ground of the law beyond the lists is stated, element by element, and legal review agrees."""
    state_ground(case.pk, by=city.actor(by), at=at, **BEYOND_THE_LISTS)
    return cases.record_review(
        case.pk, by=city.actor(reviewer), at=at, opinion="passed", text="事实清楚，符合第三十三条。"
    )


def followed_up(case: Case, city: City, *, by: str = "officer", at: datetime = NOON) -> None:
    """The party was taught, and a second look found everything corrected."""
    officer, day = city.actor(by), at.date()
    educate(
        case.pk,
        by=officer,
        at=at,
        given_on=day,
        means="in_person",
        said="讲解价格法。",
        acknowledged="signed",
    )
    plan_check(case.pk, by=officer, at=at)
    record_check(case.pk, by=officer, at=at, checked_on=day, result="corrected", evidence="复查照片在卷。")


def educated(city: City, *, at: datetime = NOON) -> Case:
    """Decided without penalty beyond the lists, with education and an order to correct."""
    case = reasoned(assessed(city), city, at=at)
    return cases.decide_case(case.pk, by=city.actor("head"), at=at, overrides=OFF_LIST, **EDUCATION)


def served(city: City, *, at: datetime = AFTER_DEFENCE) -> Case:
    """Handed over on the day of the decision."""
    case = decided(city, at=at)
    return cases.serve_decision(case.pk, by=city.actor("officer"), at=at, served_on=at.date())


def paid(city: City, *, at: datetime = AFTER_DEFENCE) -> Case:
    """Paid at the bank on the day of its service."""
    case = served(city, at=at)
    return cases.record_payment(case.pk, by=city.actor("officer"), at=at, paid_on=at.date(), **MONEY)


def carried_out(city: City, *, at: datetime = AFTER_DEFENCE) -> Case:
    case = paid(city, at=at)
    return cases.carry_out(case.pk, by=city.actor("officer"), at=at, carried_out_on=at.date())


def closed(city: City, *, at: datetime = AFTER_DEFENCE) -> Case:
    case = carried_out(city, at=at)
    return cases.close_case(case.pk, by=city.actor("head"), at=at)


def archived(city: City, *, at: datetime = AFTER_DEFENCE) -> Case:
    case = closed(city, at=at)
    return cases.archive_case(case.pk, by=city.actor("officer"), at=at)


def not_filed(city: City) -> Case:
    return cases.decline_filing(a_clue(city).pk, by=city.actor("head"), at=NOON, **NOTHING_FOUND)


LEAD = {
    CaseState.CLUE: a_clue,
    CaseState.NOT_FILED: not_filed,
    CaseState.FILED: a_filed_case,
    CaseState.INVESTIGATED: investigated,
    CaseState.ASSESSED: assessed,
    CaseState.NOTIFIED: notified,
    CaseState.DECIDED: decided,
    CaseState.CARRIED_OUT: carried_out,
    CaseState.CLOSED: closed,
    CaseState.ARCHIVED: archived,
}
"""How a case comes into each state."""
