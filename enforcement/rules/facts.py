"""The facts that rules about a case are given."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from enforcement.rules.deliberation import DeliberationFacts
from enforcement.rules.hearings import HearingFacts


@dataclass(frozen=True, slots=True)
class OfficerFacts:
    id: int
    name: str
    is_certified: bool
    is_of_the_organ: bool


@dataclass(frozen=True, slots=True)
class BandFacts:
    """The fines of one tier of a discretion benchmark; an open end is None."""

    tier: str
    fine_min: Decimal | None = None
    fine_max: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Granted:
    """A departure from the benchmark that was approved: the tier that is left, and how far."""

    tier: str
    fine: Decimal


@dataclass(frozen=True, slots=True)
class DecisionFacts:
    """The decision as it is being taken, with the range that the statute and the benchmark leave."""

    penalty_kind: str = ""
    fine: Decimal | None = None
    tier: str = ""
    transferred_to: str = ""
    has_reasons: bool = True
    has_performance: bool = True
    has_remedies: bool = True
    field_code: str = ""
    statutory_min: Decimal | None = None
    statutory_max: Decimal | None = None
    bands: tuple[BandFacts, ...] = ()
    departures: tuple[Granted, ...] = ()

    @property
    def band(self) -> BandFacts | None:
        return next((band for band in self.bands if band.tier == self.tier), None)


@dataclass(frozen=True, slots=True)
class FilingFacts:
    """The four conditions of filing as an officer found them."""

    has_basis: bool = False
    is_punishable: bool = False
    in_jurisdiction: bool = False
    within_limitation: bool = False
    in_area: bool = True
    has_assistance: bool = False


@dataclass(frozen=True, slots=True)
class NonFilingFacts:
    """Why a clue is to become no case."""

    ground: str = ""
    has_education: bool = False


@dataclass(frozen=True, slots=True)
class SpotFacts:
    """A decision that is taken on the spot."""

    penalty_kind: str = ""
    fine: Decimal | None = None
    is_person: bool = False
    is_certain: bool = False
    was_heard: bool = False


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
    actor_role: str = ""
    occurred_on: date | None = None
    ended_on: date | None = None
    discovered_on: date | None = None
    filed_on: date | None = None
    certificates_shown_on: date | None = None
    deadline_on: date | None = None
    decided_on: date | None = None
    endangers_safety: bool | None = None
    harm: str = ""
    party_age: int | None = None
    capacity: str = ""
    milder_grounds: tuple[str, ...] = ()
    rights_told: bool = True
    intended_fine: Decimal | None = None
    decision: DecisionFacts | None = None
    verify_by: date | None = None
    filing: FilingFacts | None = None
    non_filing: NonFilingFacts | None = None
    evidence_standings: tuple[str, ...] = ("verified",)
    has_note: bool = True
    intended_kind: str = ""
    hearing: HearingFacts = field(default_factory=HearingFacts)
    deliberation: DeliberationFacts = field(default_factory=DeliberationFacts)
    on_spot: SpotFacts | None = None
    awaits_handing_in: bool = False
    holds_money: bool = False

    @property
    def actor_is_handler(self) -> bool:
        return any(h.id == self.actor_id for h in self.handlers)
