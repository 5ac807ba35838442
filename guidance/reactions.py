"""What guidance does when something happens to a case: wake the planner of return visits (Art. 8 (8))."""

from __future__ import annotations

from enforcement.events import CaseCarriedOut, CaseDecided
from foundation.events import on
from foundation.nudges import nudge


@on(CaseDecided)
def plan_after_decision(event: CaseDecided) -> None:
    nudge("guidance.plan_visit", event.case_id)


@on(CaseCarriedOut)
def plan_after_execution(event: CaseCarriedOut) -> None:
    nudge("guidance.plan_visit", event.case_id)
