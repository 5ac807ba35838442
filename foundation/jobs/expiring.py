"""Files of jobs are kept for a week, what was done for three months (RELIABILITY B9)."""

from __future__ import annotations

from datetime import datetime, timedelta

from foundation.jobs import files
from foundation.models import Job
from foundation.vocabulary import JobState

ROWS_KEPT = timedelta(days=90)
_BATCH = 500
_ENDED = (JobState.DONE, JobState.FAILED, JobState.CANCELLED)


def clear_jobs(*, at: datetime) -> dict[str, int]:
    """Remove files and jobs whose time is over; returns how many of each."""
    return {
        "job files": _clear_files(at),
        "jobs": _clear_rows(at),
        "orphaned files": files.remove_orphans(at=at),
    }


def _clear_files(at: datetime) -> int:
    over = list(Job.objects.filter(expires_at__lte=at).exclude(file="").values_list("pk", "file")[:_BATCH])
    for key, name in over:
        files.remove(name)
        Job.objects.filter(pk=key, file=name).update(file="")
    return len(over)


def _clear_rows(at: datetime) -> int:
    old = Job.objects.filter(state__in=_ENDED, finished_at__lte=at - ROWS_KEPT)
    keys = list(old.values_list("pk", "file")[:_BATCH])
    for _key, name in keys:
        files.remove(name)
    return Job.objects.filter(pk__in=[key for key, _name in keys]).delete()[0]
