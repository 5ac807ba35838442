"""What must be true of cases, people and files at any time."""

from enforcement.reports.invariants import cases, duties, files, notices, recusals

__all__ = ["cases", "duties", "files", "notices", "recusals"]
