"""Forbidden times: what stands against an act at a moment, and when it is allowed again (Art. 6)."""

from enforcement.services.forbidden_times.checking import next_allowed_at, next_free_at, obstacles_at

__all__ = ["next_allowed_at", "next_free_at", "obstacles_at"]
