"""Lifecycle tables of enforcement."""

from enforcement.lifecycle.cases import CASE_LIFECYCLE, STATES_OF_ACT, obstacles_to_act

__all__ = ["CASE_LIFECYCLE", "STATES_OF_ACT", "obstacles_to_act"]
