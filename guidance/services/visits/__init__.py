"""Acts on return visits: planning, assigning, reminding, holding."""

from guidance.services.visits.assigning import assign_visitors, assign_when_due
from guidance.services.visits.grounds import register_ground, register_second_look
from guidance.services.visits.holding import (
    cancel_visit,
    close_visit,
    give_up,
    hold_visit,
    record_attempt,
    refuse_visit,
)
from guidance.services.visits.planning import plan_missing_visits, plan_visit, visit_needed
from guidance.services.visits.releasing import release_lost_visitors
from guidance.services.visits.reminding import remind_when_due
from guidance.services.visits.sampling import draw, draw_missing, drawn_again

__all__ = [
    "assign_visitors",
    "assign_when_due",
    "cancel_visit",
    "close_visit",
    "draw",
    "draw_missing",
    "drawn_again",
    "give_up",
    "hold_visit",
    "plan_missing_visits",
    "plan_visit",
    "record_attempt",
    "refuse_visit",
    "register_ground",
    "register_second_look",
    "release_lost_visitors",
    "remind_when_due",
    "visit_needed",
]
