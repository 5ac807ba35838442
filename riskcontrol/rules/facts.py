"""The facts that the rules of risk control are given; nothing here says how guidance was answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PointFacts:
    field_in_duties: bool
    cause_kinds: frozenset[str]
    measure_sides: frozenset[str]
    has_basis: bool
    was_published: bool = False
    has_opinion: bool = True
    actor_id: int | None = None
    editor_id: int | None = None
    checker_id: int | None = None
    unconfirmed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Occurrences:
    """How often a matter was decided: in two years, in the last quarter, mildly, gravely."""

    in_two_years: int
    in_quarter: int
    mild: int
    grave: int
    is_among_most_frequent: bool


@dataclass(frozen=True, slots=True)
class DecidedCase:
    outcome: str
    decided_on: date
    correct_by: date | None = None
    corrected_on: date | None = None
    found_by_self: bool | None = None
    from_complaint: bool = False


@dataclass(frozen=True, slots=True)
class LicenceFacts:
    name: str
    state: str
    expires_on: date | None


@dataclass(frozen=True, slots=True)
class CounterpartFacts:
    """What is known of one counterpart on a day."""

    today: date
    cases: tuple[DecidedCase, ...] = ()
    licences: tuple[LicenceFacts, ...] = ()
    industry_level: str = ""
    is_demonstration: bool = False
    check_open: int = 0
    check_corrected: int = 0
