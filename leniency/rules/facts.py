"""The facts that the rules of leniency are given; None means not known, never no."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType

NO_FINDINGS: Mapping[int, bool] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class PriorDecision:
    """An earlier decided violation of the same counterpart, without saying by which organ."""

    matter_id: int
    field_id: int
    occurred_on: date
    decided_on: date


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What is known of a violation and of what the party did about it."""

    occurred_on: date
    discovered_on: date
    matter_id: int | None = None
    field_id: int | None = None
    harm: str = ""
    fault: str = ""
    correct_by: date | None = None
    corrected_on: date | None = None
    refuses_correction: bool | None = None
    found_by_self: bool | None = None
    amount: Decimal | None = None
    area: Decimal | None = None
    quantity: int | None = None
    days_late: int | None = None
    endangers_safety: bool | None = None
    party_age: int | None = None
    capacity: str = ""
    milder_grounds: tuple[str, ...] = ()
    priors: tuple[PriorDecision, ...] | None = None
    findings: Mapping[int, bool] = field(default_factory=lambda: NO_FINDINGS)


@dataclass(frozen=True, slots=True)
class ConditionTerms:
    """A condition of an entry, as it was written."""

    id: int
    kind: str
    number: Decimal | None = None
    choice: str = ""
    sameness: str = ""
    text_zh: str = ""
    text_en: str = ""


@dataclass(frozen=True, slots=True)
class EntryTerms:
    """An entry, as it was written."""

    id: int
    code: str
    type: str
    conditions: tuple[ConditionTerms, ...] = ()


@dataclass(frozen=True, slots=True)
class ListFacts:
    """What preparing and publishing a list turns on."""

    actor_id: int | None
    drafter_id: int | None
    type: str
    today: date
    has_opinions: bool
    has_review: bool
    has_approval: bool
    document_number: str
    effective_from: date | None
    previous_from: date | None
    entries: tuple[EntryTerms, ...] = ()
