"""Scores of the invented city: months of history, a second version of the weights, and a proposal (Art. 9)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from enforcement.models import Counterpart, Officer
from enforcement.services.documents import issue_document
from foundation.actors import COMMAND, SCHEDULER
from riskcontrol.models import CounterpartRisk, RiskReview
from riskcontrol.rules.periods import months_before
from riskcontrol.rules.scoring import WEIGHTS
from riskcontrol.rules.weights import name_of
from riskcontrol.services import weights
from riskcontrol.services.explaining import explain_risk
from riskcontrol.services.reviewing import subject_of
from riskcontrol.services.scores import write_scores

MONTHS_BACK = 6
HOW = ("person", "phone")
SECOND_AFTER = timedelta(days=110)
MILDER = {"violation_no_penalty_6": 6, "violation_no_penalty_12": 5, "violation_no_penalty_24": 4}
STRICTER = {**MILDER, "violation_penalty_6": 20, "uncorrected": 20, "licence_near": 4}
WHY_MILDER = "依法不予处罚的轻微违法，适当降低分值，鼓励及时改正。（示例）"
WHY_STRICTER = "逾期未改反复出现，拟提高分值，并更早提醒许可证到期。（示例）"


def weigh_and_look_back(people: dict[str, Officer], *, at: datetime) -> None:
    """Weights as delivered, a second version in force, a third proposed; then the reviews of past months."""
    weights.ensure_weights(by=COMMAND, at=at - timedelta(days=400))
    second, approved = at - SECOND_AFTER, at - SECOND_AFTER + timedelta(days=2)
    made = weights.draft_weights(
        by=people["transport_reviewer"].as_actor(), at=second,
        **_typed(MILDER, WHY_MILDER, (approved + timedelta(days=7)).date()),
    )  # fmt: skip
    weights.approve_weights(made.pk, by=people["city_market_head"].as_actor(), at=approved)
    begins = (at + timedelta(days=40)).date()
    weights.draft_weights(
        by=people["head"].as_actor(), at=at - timedelta(days=5), **_typed(STRICTER, WHY_STRICTER, begins)
    )
    for months in range(MONTHS_BACK, 0, -1):
        _review(at, months)


def explain_on_request(people: dict[str, Officer], *, at: datetime) -> None:
    """Two of those at the greatest risk asked how it came about; one has its letter."""
    officer, then = people["officer"].as_actor(), at - timedelta(hours=3)
    near = CounterpartRisk.objects.visible_to(officer).order_by("-score", "pk")[:2]
    for number, risk in enumerate(near):
        asked: dict[str, Any] = {"asked_on": (then - timedelta(days=1)).date(), "asked_by": HOW[number]}
        told = explain_risk(risk.pk, by=officer, at=then, **asked)
        if number == 0:
            issue_document(told.pk, noun="risk_explanation", by=officer, at=then, kind="risk")


def _typed(changed: dict[str, int], reason: str, begins_on: date) -> dict[str, Any]:
    told = {"reason": reason, "begins_on": begins_on, "from_medium": 20, "from_high": 50}
    return {**told, **{name_of(code): points for code, points in WEIGHTS.items()}, **changed}


def _review(at: datetime, months: int) -> None:
    day = months_before(at.date(), months).replace(day=1)
    then = at.replace(year=day.year, month=day.month, day=1)
    review = RiskReview(day=day, at=then, is_monthly=True)
    with transaction.atomic():
        subjects = [subject_of(known) for known in Counterpart.objects.order_by("pk")]
        write_scores(subjects, by=SCHEDULER, at=then, review=review)
