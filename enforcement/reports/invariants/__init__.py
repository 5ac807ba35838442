"""What must be true of cases, people and files at any time."""

from enforcement.reports.invariants import cases, duties, files, notices

__all__ = ["cases", "duties", "files", "notices"]
