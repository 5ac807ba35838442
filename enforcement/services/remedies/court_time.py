"""The window in which the court is asked, kept while remedies come and go (Coercion Law, Art. 53; EXE-4)."""

from __future__ import annotations

from datetime import datetime

from enforcement.models import Case
from enforcement.rules.court_window import court_window
from enforcement.services.calendar import work_calendar
from enforcement.services.cases.following import BEFORE_COURT_CLOSES, COURT, follow
from enforcement.vocabulary import CaseState


def keep_court_time(case: Case, *, at: datetime) -> None:
    """EXE-4: set and save until when the court is asked: no day while a remedy is pending, a new one after it.

    Call it inside an open act, after the remedy was saved.
    """
    decision = getattr(case, "decision", None)
    if decision is None or decision.served_on is None or not decision.fine:
        return
    runs = [remedy.run() for remedy in case.remedies.order_by("pk")]
    found = court_window(decision.served_on, runs, work_calendar())
    due_on = found.due_on if found else None
    if due_on != decision.court_until:
        decision.court_until = due_on
        decision.save()
    if case.state == CaseState.DECIDED:
        follow(COURT, case, due_on, at=at, after=BEFORE_COURT_CLOSES)
