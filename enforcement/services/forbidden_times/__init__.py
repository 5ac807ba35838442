"""Forbidden times: what stands against an act at a moment, and what was done in spite of it (Art. 6)."""

from enforcement.services.forbidden_times.checking import (
    Standing,
    check_time,
    next_allowed_at,
    next_free_at,
    obstacles_at,
    standing_at,
)
from enforcement.services.forbidden_times.emergencies import record_emergency
from enforcement.services.forbidden_times.keeping import (
    edit_local_ban,
    edit_night,
    edit_quiet_period,
    enter_local_ban,
    enter_night,
    enter_quiet_period,
)
from enforcement.services.forbidden_times.looking import look_at_emergency, look_at_signal
from enforcement.services.forbidden_times.signals import note_time

__all__ = [
    "Standing",
    "check_time",
    "edit_local_ban",
    "edit_night",
    "edit_quiet_period",
    "enter_local_ban",
    "enter_night",
    "enter_quiet_period",
    "look_at_emergency",
    "look_at_signal",
    "next_allowed_at",
    "next_free_at",
    "note_time",
    "obstacles_at",
    "record_emergency",
    "standing_at",
]
