"""Acts on inspections: planning, going together, beginning, concluding, and what the firm says (Art. 6)."""

from enforcement.lifecycle.inspections import INSPECTION_LIFECYCLE
from enforcement.services.inspections import papers
from enforcement.services.inspections.caps import edit_cap, enter_cap
from enforcement.services.inspections.concluding import conclude_inspection
from enforcement.services.inspections.joining import companions_for, join_inspection
from enforcement.services.inspections.planning import cancel_inspection, move_inspection, plan_inspection
from enforcement.services.inspections.rating import inspection_of_code, rate_inspection
from enforcement.services.inspections.starting import register_on_spot, start_inspection
from enforcement.services.inspections.times import time_of_start

INSPECTION_LIFECYCLE.obstruct("start", time_of_start)

__all__ = [
    "cancel_inspection",
    "companions_for",
    "conclude_inspection",
    "edit_cap",
    "enter_cap",
    "inspection_of_code",
    "join_inspection",
    "move_inspection",
    "papers",
    "plan_inspection",
    "rate_inspection",
    "register_on_spot",
    "start_inspection",
]
