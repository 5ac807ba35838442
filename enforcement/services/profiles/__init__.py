"""Rules of procedure by field: which bind, how they are entered, and what is shipped."""

from enforcement.reports.profiles import all_profiles, profile_of
from enforcement.services.profiles.keeping import (
    add_step,
    edit_profile,
    edit_step,
    enter_profile,
    remove_step,
)
from enforcement.services.profiles.loading import load_profiles

__all__ = [
    "add_step",
    "all_profiles",
    "edit_profile",
    "edit_step",
    "enter_profile",
    "load_profiles",
    "profile_of",
    "remove_step",
]
