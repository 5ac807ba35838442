"""Training: sessions, attendance, the policy on hours, and reminders (Art. 7)."""

from enforcement.services.training.importing import import_attendance, try_attendance
from enforcement.services.training.policy import change_policy, set_policy, training_of_handlers
from enforcement.services.training.reminding import target_of
from enforcement.services.training.sessions import (
    attendants_of,
    cancel_training,
    edit_training,
    hold_training,
    plan_training,
    record_attendance,
)

__all__ = [
    "attendants_of",
    "cancel_training",
    "change_policy",
    "edit_training",
    "hold_training",
    "import_attendance",
    "plan_training",
    "record_attendance",
    "set_policy",
    "target_of",
    "training_of_handlers",
    "try_attendance",
]
