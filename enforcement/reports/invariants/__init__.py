"""What must be true of cases, people and files at any time."""

from enforcement.reports.invariants import (
    cases,
    coercion,
    duties,
    files,
    inspections,
    notices,
    publicity,
    recusals,
)

__all__ = ["cases", "coercion", "duties", "files", "inspections", "notices", "publicity", "recusals"]
