"""The facts that the rules of coercion are given (Art. 5, 10 (2))."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from enforcement.rules.facts import OfficerFacts
from enforcement.vocabulary.coercion import EXECUTIONS
from foundation.obstacles import Obstacle


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """One thing that is or was sealed or seized."""

    name: str
    is_related: bool = True
    is_necessity: bool = False
    held_by_other: str = ""
    is_kept: bool = True


@dataclass(frozen=True, slots=True)
class NecessityFacts:
    """What the necessity note says."""

    means_tried: str = ""
    why_useless: str = ""
    alternative: str = ""
    why_not_enough: str = ""
    legal_basis: str = ""
    basis_level: str = ""
    scope: str = ""
    place: str = ""
    term_days: int | None = None
    amount: Decimal | None = None
    amount_involved: Decimal | None = None
    cuts_utilities: bool = False
    is_dwelling: bool = False


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What was done on the spot."""

    steps: frozenset[str] = frozenset()
    party_attended: bool | None = None
    witness: str = ""
    handlers: tuple[OfficerFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class ExecutionFacts:
    """What an execution has beside what every coercion has."""

    is_decided: bool = False
    demand_served_on: date | None = None
    demand_until: date | None = None
    defence: str = ""
    defence_answer: str = ""
    hides_assets: str = ""
    announced_on: date | None = None
    remedies_until: date | None = None
    remedy_pending: bool = False
    clears_at_once: str = ""
    supervisor: str = ""
    budget: Decimal | None = None
    cost: Decimal | None = None
    surcharge_base: Decimal | None = None
    suspension_ground: str = ""
    no_evident_harm: bool = False
    suspended_on: date | None = None


@dataclass(frozen=True, slots=True)
class CoercionFacts:
    """One coercive measure or execution, as it stands for one actor now."""

    kind: str
    at: datetime
    today: date
    case_state: str
    necessity: NecessityFacts = field(default_factory=NecessityFacts)
    site: SiteFacts = field(default_factory=SiteFacts)
    execution: ExecutionFacts = field(default_factory=ExecutionFacts)
    items: tuple[ItemFacts, ...] = ()
    forbidden_time: tuple[Obstacle, ...] = ()
    actor_id: int | None = None
    handler_ids: frozenset[int] = frozenset()
    proposed_by_id: int | None = None
    approved_at: datetime | None = None
    is_urgent: bool = False
    urgent_reason: str = ""
    applied_at: datetime | None = None
    expires_on: date | None = None
    is_extended: bool = False
    extension_days: int | None = None
    extension_reason: str = ""
    reason: str = ""

    @property
    def is_execution(self) -> bool:
        return self.kind in EXECUTIONS

    @property
    def kept_items(self) -> tuple[ItemFacts, ...]:
        return tuple(item for item in self.items if item.is_kept)
