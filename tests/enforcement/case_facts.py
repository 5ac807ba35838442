"""Facts of a case for rules, each test naming only what it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from enforcement.rules.facts import BandFacts, CaseFacts, DecisionFacts, OfficerFacts
from enforcement.vocabulary import Outcome, PenaltyKind

TODAY = date(2026, 11, 20)
FIRST = OfficerFacts(1, "甲", is_certified=True, is_of_the_organ=True)
SECOND = OfficerFacts(2, "乙", is_certified=True, is_of_the_organ=True)

SOUND = CaseFacts(
    actor_id=9,
    today=TODAY,
    organ_is_active=True,
    matter_in_duties=True,
    procedure="ordinary",
    handlers=(FIRST, SECOND),
    has_evidence=True,
    has_facts_found=True,
    is_flagged=False,
    notice_served_on=date(2026, 11, 2),
    defence_until=date(2026, 11, 9),
    defence_filed=False,
    defence_reviewed=False,
    notice_waived=False,
    review_opinion="",
    outcome="",
    carried_out_on=None,
    has_education_record=False,
    has_correction_order=False,
    occurred_on=date(2026, 10, 1),
    discovered_on=date(2026, 10, 2),
    filed_on=date(2026, 10, 5),
    certificates_shown_on=date(2026, 10, 6),
    deadline_on=date(2027, 1, 3),
)
"""A case of which no rule has anything to say."""

FINE = DecisionFacts(
    penalty_kind=PenaltyKind.FINE,
    fine=Decimal(3000),
    statutory_min=Decimal(1000),
    statutory_max=Decimal(10_000),
)
BANDS = (
    BandFacts("slight", Decimal(1000), Decimal(2000)),
    BandFacts("normal", Decimal(2000), Decimal(6000)),
)


def facts(**changes: Any) -> CaseFacts:
    """Sound facts with ``changes``."""
    return replace(SOUND, **changes)


def penal(**changes: Any) -> CaseFacts:
    """Sound facts of a case about to be fined."""
    return replace(
        SOUND, **{"outcome": Outcome.PENALTY, "decision": FINE, "has_correction_order": True, **changes}
    )


def fined(fine: Any, outcome: str = Outcome.PENALTY, **decision: Any) -> CaseFacts:
    """A case about to be fined ``fine`` yuan."""
    return penal(outcome=outcome, decision=replace(FINE, fine=Decimal(fine), **decision))


def codes(obstacles: Any) -> list[str]:
    return [obstacle.code for obstacle in obstacles]
