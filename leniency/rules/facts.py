"""The facts that the rules of leniency are given; None means not known, never no."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from enforcement.rules.own_corrections import OwnCorrection
from leniency.vocabulary import PartyKind, PriorKind

NO_FINDINGS: Mapping[int, bool] = MappingProxyType({})
ANOTHER, SAME = 0, -1
"""Stand for a matter or field of which is only known whether it is the one in question."""


@dataclass(frozen=True, slots=True)
class PriorDecision:
    """An earlier decided violation of the same counterpart, without saying by which organ.

    Without ``matter_id`` or ``field_id`` it is not known whether it was of the same kind or field; ``entry`` is the
    code of the entry that was applied, where one was.
    """

    matter_id: int | None
    field_id: int | None
    occurred_on: date
    decided_on: date
    kind: str = PriorKind.PENALTY
    entry: str | None = None

    @property
    def mark(self) -> str:
        """Its day, and its kind when that was no penalty."""
        day = self.decided_on.isoformat()
        return day if self.kind == PriorKind.PENALTY else f"{day}/{self.kind}"


@dataclass(frozen=True, slots=True)
class SpecialLaw:
    """A law that has an answer of its own, and so takes the place of a ground of the general law."""

    id: int
    citation_zh: str
    citation_en: str
    displaces: str
    treatment: str
    survives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What is known of a violation and of what the party did about it."""

    occurred_on: date
    discovered_on: date | None = None
    decided_on: date | None = None
    ended_on: date | None = None
    continuing: bool | None = None
    matter_id: int | None = None
    field_id: int | None = None
    counterpart_kind: str = ""
    gravity: str = ""
    harm: str = ""
    fault: str = ""
    no_fault_proven: bool | None = None
    correct_by: date | None = None
    corrected_on: date | None = None
    corrected_in_time: bool | None = None
    corrected_when: str = ""
    refuses_correction: bool | None = None
    found_by_self: bool | None = None
    amount: Decimal | None = None
    goods_value: Decimal | None = None
    unlawful_gain: Decimal | None = None
    refunded: Decimal | None = None
    area: Decimal | None = None
    quantity: Decimal | int | None = None
    quantity_unit: str = ""
    days_late: int | None = None
    endangers_safety: bool | None = None
    life_health_or_finance: bool | None = None
    party_age: int | None = None
    capacity: str = ""
    removed_harm: bool | None = None
    was_coerced: bool | None = None
    confessed: bool | None = None
    has_merit: bool | None = None
    other_ground: str = ""
    obstructed: bool | None = None
    exploited_emergency: bool | None = None
    endangered_minors: bool | None = None
    forged_evidence: bool | None = None
    first_time: bool | None = None
    priors: tuple[PriorDecision, ...] | None = None
    look_back: int | None = None
    own_correction: OwnCorrection | None = None
    findings: Mapping[int, bool] = field(default_factory=lambda: NO_FINDINGS)
    special_laws: tuple[SpecialLaw, ...] = ()

    @property
    def is_organisation(self) -> bool:
        """Whether the party is one that has neither age nor capacity; a sole trader is a person."""
        return self.counterpart_kind == PartyKind.ORGANISATION

    @property
    def touches_life(self) -> bool | None:
        """Whether it touches life, health or financial safety; whoever endangers safety touches life."""
        known = self.life_health_or_finance
        return True if known is None and self.endangers_safety else known

    @property
    def kept_gain(self) -> Decimal | None:
        """What of the unlawful gain was not paid back, as far as that is known."""
        if self.unlawful_gain is None:
            return None
        if not self.unlawful_gain:
            return self.unlawful_gain
        return None if self.refunded is None else max(self.unlawful_gain - self.refunded, Decimal(0))


@dataclass(frozen=True, slots=True)
class ConditionTerms:
    """A condition of an entry, as it was written; ``entry`` is that entry's code while it is judged."""

    id: int
    kind: str
    number: Decimal | None = None
    choice: str = ""
    sameness: str = ""
    text_zh: str = ""
    text_en: str = ""
    entry: str = ""


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
    adding_nothing: tuple[str, ...] = ()
