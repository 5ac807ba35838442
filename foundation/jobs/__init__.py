"""Long work: ordered by a person, done by the worker, found again under "my jobs"."""

from foundation.jobs.kinds import JobKind, Task, Work, kind_of_job, register_kind
from foundation.jobs.ordering import cancel_job, file_of, order_job, repeat_job
from foundation.jobs.running import run_next_job

__all__ = [
    "JobKind",
    "Task",
    "Work",
    "cancel_job",
    "file_of",
    "kind_of_job",
    "order_job",
    "register_kind",
    "repeat_job",
    "run_next_job",
]
