"""Lifecycle tables of guidance and of return visits."""

from guidance.lifecycle.actions import GUIDANCE_LIFECYCLE
from guidance.lifecycle.visits import VISIT_LIFECYCLE

__all__ = ["GUIDANCE_LIFECYCLE", "VISIT_LIFECYCLE"]
