"""Keeping the materialised day by which a case is decided (Penalty Law, Art. 60)."""

from __future__ import annotations

from datetime import datetime

from enforcement.models import Case
from enforcement.reports.deadlines import decision_deadline
from enforcement.rules.reckoning import Reckoning
from enforcement.services.deadlines.watching import watch
from enforcement.vocabulary import UNDECIDED


def keep_deadline(case: Case, *, at: datetime) -> None:
    """Set the day on ``case`` (unsaved) and plan who is told of it; call it inside an open act.

    While a stop goes on there is no such day.
    """
    if case.state in UNDECIDED:
        put_deadline(case, decision_deadline(case), at=at)


def put_deadline(case: Case, found: Reckoning | None, *, at: datetime) -> None:
    """Like ``keep_deadline``, with a reckoning at hand, and whatever the state is."""
    if found is not None:
        case.deadline_on = found.due_on
        watch(case, at=at)
