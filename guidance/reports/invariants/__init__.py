"""What must be true of guidance and return visits at any time."""

from guidance.reports.invariants import actions, files, joint, visits

__all__ = ["actions", "files", "joint", "visits"]
