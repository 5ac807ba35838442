"""The facts that rules about a case are given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class OfficerFacts:
    id: int
    name: str
    is_certified: bool
    is_of_the_organ: bool


@dataclass(frozen=True, slots=True)
class CaseFacts:
    actor_id: int | None
    today: date
    organ_is_active: bool
    matter_in_duties: bool
    procedure: str
    handlers: tuple[OfficerFacts, ...]
    has_evidence: bool
    has_facts_found: bool
    is_flagged: bool
    notice_served_on: date | None
    defence_until: date | None
    defence_filed: bool
    defence_reviewed: bool
    notice_waived: bool
    review_opinion: str
    outcome: str
    carried_out_on: date | None
    has_education_record: bool
    has_correction_order: bool

    @property
    def actor_is_handler(self) -> bool:
        return any(h.id == self.actor_id for h in self.handlers)
