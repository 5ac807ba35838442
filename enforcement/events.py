"""What happened to a case, for the floors above."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CaseFiled:
    case_id: int


@dataclass(frozen=True, slots=True)
class CaseInvestigated:
    case_id: int


@dataclass(frozen=True, slots=True)
class CaseDecided:
    case_id: int


@dataclass(frozen=True, slots=True)
class CaseCarriedOut:
    case_id: int


@dataclass(frozen=True, slots=True)
class CaseClosed:
    case_id: int


@dataclass(frozen=True, slots=True)
class LicenceWritten:
    licence_id: int
