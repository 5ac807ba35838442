"""Ordering, stopping, repeating and fetching long work (Art. 4)."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from foundation.actors import Actor
from foundation.articles import Article
from foundation.jobs import files
from foundation.jobs.kinds import kind_of_job
from foundation.jobs.lifecycle import JOB_LIFECYCLE
from foundation.models import Job
from foundation.nudges import nudge
from foundation.obstacles import Forbidden, Obstacle, Refused, Stale
from foundation.permissions import Permission
from foundation.record.entry import audited, tell
from foundation.vocabulary import JobState

MOST_AT_ONCE = 5
RUN = "foundation.run_jobs"


def order_job(*, by: Actor, at: datetime, kind: str, parameters: dict[str, Any]) -> Job:
    """Order long work; what is already under way with the same parameters is not ordered twice.

    Raises what the kind's ``check`` raises, Forbidden, and Refused beyond five unfinished jobs.
    """
    by.require(Permission.JOB_RUN)
    if by.officer_id is None:
        raise Forbidden(Permission.JOB_RUN)
    kind_of_job(kind).check(parameters, by, at)
    rights = sorted(by.permissions)
    unfinished = Job.objects.visible_to(by).unfinished()
    if same := unfinished.filter(kind=kind, parameters=parameters, rights=rights).first():
        return same
    if unfinished.count() >= MOST_AT_ONCE:
        raise Refused([_too_many()])
    with audited("job:order", by=by, at=at, why=kind) as entry:
        job: Job = Job.objects.create(
            kind=kind,
            owner_id=by.officer_id,
            parameters=parameters,
            rights=rights,
            language=get_language() or "",
            created_at=at,
            updated_at=at,
        )
        tell(entry, job)
        wake_worker()
        return job


def cancel_job(job_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> Job:
    """Stop a job; the worker notices within its next few rows. Raises Refused when it has ended."""
    with audited("job:cancel", by=by, at=at) as entry:
        job = _locked(job_id, by, expected)
        JOB_LIFECYCLE.take(job, "cancel", by=by, at=at)
        job.finished_at, job.claimed_until = at, None
        _save(job, at)
        tell(entry, job)
        return job


def repeat_job(job_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> Job:
    """Do a job once more from the beginning, with the rights of today. Raises Refused while it runs."""
    with audited("job:repeat", by=by, at=at) as entry:
        job = _locked(job_id, by, expected)
        JOB_LIFECYCLE.take(job, "repeat", by=by, at=at)
        kind_of_job(job.kind).check(job.parameters, by, at)
        transaction.on_commit(partial(files.remove, job.file))
        job.rights, job.language = sorted(by.permissions), get_language() or ""
        job.attempts = job.done = job.total = 0
        job.errors, job.result, job.file = [], {}, ""
        job.claimed_until = job.finished_at = job.expires_at = None
        _save(job, at)
        tell(entry, job)
        wake_worker()
        return job


def file_of(job_id: int, *, by: Actor, at: datetime) -> tuple[Job, Path]:
    """The file of an own job, and who fetched it is written down.

    Raises DoesNotExist without such a file, and Forbidden when the rights or the reach with which it was
    made are no longer held: then the job has to be repeated.
    """
    job: Job = Job.objects.visible_to(by).get(pk=job_id, state=JobState.DONE, expires_at__gt=at)
    if not job.file or not files.path_of(job.file).exists():
        raise Job.DoesNotExist
    if not set(job.rights) <= set(by.permissions) or job.result.get("reach") != reach_as_text(by):
        raise Forbidden("job_file")
    with audited("job:download", by=by, at=at) as entry:
        tell(entry, job)
    return job, files.path_of(job.file)


def reach_as_text(actor: Actor) -> str:
    """Over which rows somebody reaches, to be compared later."""
    return f"{actor.reach.kind.value}:{actor.reach.id or ''}:{actor.organ_id or ''}"


def wake_worker() -> None:
    """Ask for a worker once the order stands; the timetable asks again."""
    transaction.on_commit(partial(nudge, RUN), robust=True)


def _locked(job_id: int, by: Actor, expected: int | None) -> Job:
    job: Job = Job.objects.workable_by(by).select_for_update().get(pk=job_id)
    if expected is not None and job.version != expected:
        raise Stale(job.version)
    return job


def _save(job: Job, at: datetime) -> None:
    job.updated_at = at
    job.version += 1
    job.save()


def _too_many() -> Obstacle:
    return Obstacle(
        code="job:too_many",
        message=_("You have %(most)s unfinished jobs already.") % {"most": MOST_AT_ONCE},
        article=Article(4),
        next_step=_("Wait until one of them has ended, or stop one."),
    )
