"""A worker dies in the middle of ten thousand tips: each recipient is told once (Art. 8 (3); RELIABILITY B5, B6)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db.models import Count
from django.utils import timezone

from desk.services.volume import load_volume
from foundation.actors import COMMAND
from foundation.jobs import run_next_job
from foundation.jobs.running import LEASE
from foundation.models import Job
from foundation.vocabulary import JobState
from guidance.models import Delivery, GuidanceAction, Tip, TipBatch, TipRecipient
from guidance.services.tips import start_batch
from guidance.vocabulary import BatchState
from tests.city import City
from tests.faults.conftest import Broker, Program, wait_until
from tests.guidance.tip_groups import a_batch

pytestmark = [
    pytest.mark.faults, pytest.mark.postgresql, pytest.mark.slow, pytest.mark.article("8.3"),
    pytest.mark.django_db(transaction=True),
]  # fmt: skip
RECIPIENTS = 10_000
MOST_MEMORY = 300  # megabytes: long work takes no more, whatever the rows


@pytest.fixture
def batch(city: City, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TipBatch:
    """Tips to all of the city, begun by an officer of it."""
    monkeypatch.setenv("GUIDEPOST_DATA", str(tmp_path))
    settings.MEDIA_ROOT = str(tmp_path / "files")
    now = timezone.now()
    load_volume(by=COMMAND, at=now, cases=20, counterparts=RECIPIENTS, guidance=1)
    draft = a_batch(city, by="city_market1", at=now, industry="")
    return start_batch(draft.pk, by=city.actor("city_market1"), at=now)


class TestAWorkerThatIsKilled:
    def test_in_the_middle_has_told_some_and_the_next_tells_the_others(
        self, batch: TipBatch, start_worker: Callable[[], Program], broker: Broker
    ) -> None:
        assert batch.total >= RECIPIENTS
        first = start_worker()
        broker.send("foundation.run_jobs")
        wait_until(lambda: TipRecipient.objects.count() >= RECIPIENTS // 4, program=first)
        first.kill()
        told = each_is_told_once(batch)
        assert RECIPIENTS // 4 <= told < batch.total
        assert Job.objects.get().state == JobState.RUNNING

        now = timezone.now()
        assert not run_next_job(clock=lambda: now)  # what the dead one claimed is left to it for two minutes
        Job.objects.update(claimed_until=now - LEASE)
        second = start_worker()
        broker.send("foundation.run_jobs")
        wait_until(lambda: Job.objects.get().state == JobState.DONE, program=second, seconds=240)
        taken = second.most_memory()
        second.kill()
        assert 50 < taken < MOST_MEMORY
        batch.refresh_from_db()
        assert (batch.state, batch.served) == (BatchState.SENT, batch.total)
        assert each_is_told_once(batch) == batch.total
        assert Job.objects.get().attempts == 2


def each_is_told_once(batch: TipBatch) -> int:
    """One tip and one delivery for each recipient, each with a number of its own; returns how many."""
    rows = TipRecipient.objects.filter(batch=batch)
    count = rows.count()
    assert rows.values("counterpart").distinct().count() == count
    tips = GuidanceAction.objects.filter(batch_row__batch=batch)
    assert tips.values("number").distinct().count() == tips.count() == count
    assert Tip.objects.filter(action__batch_row__batch=batch).count() == count
    each = Delivery.objects.filter(batch_row__batch=batch).values("action").annotate(n=Count("pk"))
    assert set(each.values_list("n", flat=True)) <= {1}
    assert each.count() == count
    batch.refresh_from_db()
    assert batch.served == count
    return count
