"""Acts on return visits: planning, assigning, reminding, holding."""

from guidance.services.visits.assigning import assign_visitors, assign_when_due
from guidance.services.visits.holding import (
    cancel_visit,
    close_visit,
    give_up,
    hold_visit,
    record_attempt,
    refuse_visit,
)
from guidance.services.visits.planning import plan_missing_visits, plan_visit, visit_needed
from guidance.services.visits.reminding import remind_when_due

__all__ = [
    "assign_visitors",
    "assign_when_due",
    "cancel_visit",
    "close_visit",
    "give_up",
    "hold_visit",
    "plan_missing_visits",
    "plan_visit",
    "record_attempt",
    "refuse_visit",
    "remind_when_due",
    "visit_needed",
]
