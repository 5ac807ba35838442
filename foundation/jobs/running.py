"""One job at a time: claimed, done, told; a killed worker's job is begun again by the next (RELIABILITY B5)."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.db import InterfaceError, OperationalError, transaction
from django.db.models import F, Q
from django.utils import translation

from foundation.actors import Actor
from foundation.jobs import files
from foundation.jobs.kinds import Task, Work, kind_of_job
from foundation.jobs.ordering import reach_as_text
from foundation.models import Job
from foundation.obstacles import Forbidden
from foundation.permissions import Permission
from foundation.vocabulary import JobState, Via

Clock = Callable[[], datetime]
LEASE = timedelta(minutes=2)
MAX_ATTEMPTS = 3
KEPT = timedelta(days=7)
GONE = (OperationalError, InterfaceError)
_log = logging.getLogger(__name__)


class Lost(Exception):
    """The job was cancelled, or another worker has taken it over."""


def run_next_job(*, clock: Clock) -> bool:
    """Do the oldest job that waits or was left by a dead worker; returns whether there was one."""
    job = _claim(clock())
    if job is None:
        return False
    try:
        _run(job, clock)
    except Lost:
        _log.info("job %s was stopped", job.pk)
    except GONE:
        raise  # the database is away: the claim runs out, and the job is begun again
    except Forbidden:
        _fail(job, "rights", at=clock())
    except Exception:  # noqa: BLE001 - whatever it was, its owner sees that it failed and may repeat it
        _log.exception("job %s failed", job.pk)
        _fail(job, "broken", at=clock())
    return True


def _claim(at: datetime) -> Job | None:
    while True:
        with transaction.atomic():
            ready = Job.objects.filter(
                Q(state=JobState.WAITING) | Q(state=JobState.RUNNING, claimed_until__lt=at)
            )
            job = ready.select_for_update(skip_locked=True).order_by("id").first()
            if job is None:
                return None
            if job.attempts >= MAX_ATTEMPTS:
                _fail(job, "attempts", at=at)
                continue
            job.state, job.attempts, job.claimed_until = JobState.RUNNING, job.attempts + 1, at + LEASE
            job.updated_at, job.version = at, job.version + 1
            job.save()
            return job


def _run(job: Job, clock: Clock) -> None:
    """Nobody's rights are those of the order: they are asked for again, and the narrower of both hold."""
    kind, at = kind_of_job(job.kind), clock()
    actor = _actor_of(job)
    name = f"{job.pk}-{job.attempts}.{kind.file_name(job.parameters, at).rpartition('.')[2]}"
    with translation.override(job.language or None):
        kind.check(job.parameters, actor, at)
        with files.written(name) as target:
            task = Task(actor, at, job.parameters, target, _Progress(job, clock))
            work = kind.work(task)
            size = target.tell()
        _finish(job, name, work, actor, at=clock(), saved_as=kind.file_name(job.parameters, at), size=size)


def _actor_of(job: Job) -> Actor:
    people: Any = get_user_model().objects
    owner = people.active().filter(pk=job.owner_id).select_related("organ").prefetch_related("grants").first()
    if owner is None:
        raise Forbidden(Permission.JOB_RUN)
    actor: Actor = owner.as_actor(via=Via.CELERY)
    return actor.narrowed_to(frozenset(Permission(right) for right in job.rights))


class _Progress:
    """Tells how far the work is and renews the claim; raises Lost when the job is no longer ours."""

    def __init__(self, job: Job, clock: Clock) -> None:
        self.mine = _mine(job)
        self.clock = clock

    def __call__(self, done: int, total: int) -> None:
        now = self.clock()
        if not self.mine.update(done=done, total=total, claimed_until=now + LEASE, updated_at=now):
            raise Lost


def _finish(job: Job, name: str, work: Work, actor: Actor, *, at: datetime, saved_as: str, size: int) -> None:
    """The end, its audit entry and the file's name stand together or not at all."""
    try:
        with transaction.atomic():
            work.note()
            result = {
                "rows": work.rows, "bytes": size, "name": saved_as, "reach": reach_as_text(actor),
                "at": at.isoformat(),
            }  # fmt: skip
            ended = _mine(job).update(
                state=JobState.DONE, file=name, result=result, errors=work.errors, done=work.rows, total=work.rows,
                rights=sorted(actor.permissions), claimed_until=None, finished_at=at, updated_at=at,
                expires_at=at + KEPT, version=F("version") + 1,
            )  # fmt: skip
            if not ended:
                raise Lost
    except BaseException:
        files.remove(name)
        raise


def _fail(job: Job, code: str, *, at: datetime) -> None:
    _mine(job).update(
        state=JobState.FAILED, errors=[{"code": code}], claimed_until=None, finished_at=at, updated_at=at,
        version=F("version") + 1,
    )  # fmt: skip


def _mine(job: Job) -> Any:
    """The row, as long as this attempt is the one that counts."""
    return Job.objects.filter(pk=job.pk, attempts=job.attempts, state=JobState.RUNNING)
