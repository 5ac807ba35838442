"""A worker dies in the middle of an export: the file is whole or not there, and the next worker makes it."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from desk.services.volume import load_volume
from enforcement.models import Case
from foundation.actors import COMMAND
from foundation.jobs import file_of, run_next_job
from foundation.jobs.exports import order_export
from foundation.jobs.running import LEASE
from foundation.models import AuditEntry, Job
from foundation.vocabulary import JobState
from tests.city import City
from tests.faults.conftest import Broker, Program, wait_until

pytestmark = [
    pytest.mark.faults, pytest.mark.postgresql, pytest.mark.slow, pytest.mark.django_db(transaction=True),
]  # fmt: skip
CASES = 20_000


@pytest.fixture
def ordered(city: City, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Job:
    """An export of many cases, in a data folder that the worker shares."""
    monkeypatch.setenv("GUIDEPOST_DATA", str(tmp_path))
    settings.MEDIA_ROOT = str(tmp_path / "files")
    now = timezone.now()
    load_volume(by=COMMAND, at=now, cases=CASES, counterparts=50, guidance=1)
    return order_export(by=city.actor("evaluator"), at=now, list="cases", format="csv")


class TestAWorkerThatIsKilled:
    def test_in_the_middle_leaves_no_file_and_the_next_makes_a_whole_one(
        self, ordered: Job, city: City, start_worker: Callable[[], Program], broker: Broker, tmp_path: Path
    ) -> None:
        first = start_worker()
        broker.send("foundation.run_jobs")
        wait_until(lambda: Job.objects.get().done >= 4000, program=first)
        first.kill()
        broken = Job.objects.get()
        assert (broken.state, broken.file) == (JobState.RUNNING, "")
        assert 4000 <= broken.done < broken.total
        assert not AuditEntry.objects.filter(action="list:export").exists()

        now = timezone.now()
        assert not run_next_job(clock=lambda: now)  # what the dead one claimed is left to it for two minutes
        later = now + LEASE + timedelta(seconds=1)
        assert run_next_job(clock=lambda: later)
        by = city.actor("evaluator")
        job, path = file_of(ordered.pk, by=by, at=later)
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))[1:]
        assert (job.state, job.attempts) == (JobState.DONE, 2)
        numbers = [row[0] for row in rows]
        assert len(rows) == len(set(numbers)) == job.done == Case.objects.visible_to(by).count()
        assert AuditEntry.objects.filter(action="list:export").count() == 1
