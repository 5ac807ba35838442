"""Carrying out and file of a case, gathered for one answer of the API (Art. 3, 4, 6)."""

from __future__ import annotations

from datetime import date
from typing import Any

from enforcement.models import Case
from enforcement.reports.debts import obligation_of


def execution_of(case: Case, *, today: date) -> dict[str, Any]:
    """What ``CarryingOutSerializer`` shows of a case that was found in the reader's scope."""
    decision, owed = getattr(case, "decision", None), obligation_of(case)
    return {
        "services": case.services.all(),
        "balance": owed.balance(today) if owed else None,
        "payments": owed.payments if owed else (),
        "hardships": owed.hardships if owed else (),
        "demand": getattr(case, "demand", None),
        "court_application": getattr(case, "court_application", None),
        "court_until": decision.court_until if decision else None,
    }
