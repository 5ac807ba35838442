"""One export that the worker has made, so that "my jobs" shows what a finished one looks like."""

from __future__ import annotations

from datetime import datetime

from enforcement.models import Officer
from foundation.jobs import run_next_job
from foundation.jobs.exports import order_export
from foundation.models import Job


def make_an_export(people: dict[str, Officer], *, at: datetime) -> Job:
    """The officer's counterparts as a workbook."""
    job = order_export(by=people["officer"].as_actor(), at=at, list="counterparts", format="xlsx")
    run_next_job(clock=lambda: at)
    return job
