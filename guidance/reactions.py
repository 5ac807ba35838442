"""What guidance does when something happens to a case or a licence (Art. 8 (3), (8))."""

from __future__ import annotations

from enforcement.events import CaseCarriedOut, CaseDecided, LicenceWritten
from enforcement.lifecycle import CASE_LIFECYCLE, COERCION_LIFECYCLE
from foundation.events import on
from foundation.nudges import nudge
from guidance.lifecycle import VISIT_LIFECYCLE
from guidance.services.hours import hour_of_held_visit, hour_of_planned_visit
from guidance.services.means import means_needed
from guidance.services.visits import visit_needed

CASE_LIFECYCLE.obstruct("close", visit_needed)
VISIT_LIFECYCLE.obstruct("assign", hour_of_planned_visit)
VISIT_LIFECYCLE.obstruct("hold", hour_of_held_visit)
for step in ("propose", "approve", "confirm"):
    COERCION_LIFECYCLE.obstruct(step, means_needed)


@on(CaseDecided)
def plan_after_decision(event: CaseDecided) -> None:
    nudge("guidance.plan_visit", event.case_id)


@on(CaseCarriedOut)
def plan_after_execution(event: CaseCarriedOut) -> None:
    nudge("guidance.plan_visit", event.case_id)


@on(LicenceWritten)
def follow_licence(event: LicenceWritten) -> None:
    nudge("guidance.follow_licence", event.licence_id)
