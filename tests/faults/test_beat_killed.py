"""The timer dies: whatever came due meanwhile is done once when it lives again (RELIABILITY B5)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from django_celery_beat.models import PeriodicTask

from config.schedule import TIMETABLE
from foundation.due import overdue
from foundation.models import DueItem, Heartbeat
from foundation.vocabulary import DueState
from guidance.services.visits import plan_missing_visits
from tests.faults.conftest import Program, Start, wait_until
from tests.faults.test_worker_killed import each_visit_is_assigned_once, each_visit_is_whole

pytestmark = [
    pytest.mark.faults, pytest.mark.postgresql, pytest.mark.slow, pytest.mark.django_db(transaction=True),
]  # fmt: skip
DEAD_FOR = timedelta(hours=2)


@pytest.fixture
def start_beat(start: Start) -> Callable[[], Program]:
    return lambda: start("celery", "--quiet", "-A", "config", "beat", "-l", "WARNING", "--pidfile=")


def knows_the_timetable() -> bool:
    names = {line.task for line in TIMETABLE}
    return names <= set(PeriodicTask.objects.values_list("name", flat=True))


def test_what_came_due_while_it_was_dead_is_done_once(
    unvisited: Callable[[int], int], start_worker: Callable[[], Program], start_beat: Callable[[], Program]
) -> None:
    needed = unvisited(60)
    worker, first = start_worker(), start_beat()
    wait_until(lambda: Heartbeat.objects.filter(name="sweep").exists(), program=worker)
    wait_until(knows_the_timetable, program=first)
    first.strike()
    now = timezone.now()
    plan_missing_visits(at=now - DEAD_FOR)
    PeriodicTask.objects.update(last_run_at=now - DEAD_FOR)  # when it was last seen alive
    assert overdue(at=now).count() >= needed

    second = start_beat()
    due = DueItem.objects.filter(state=DueState.PENDING, due_at__lte=now)
    wait_until(lambda: not due.exists(), program=second)
    each_visit_is_whole()
    assert needed * 0.8 < each_visit_is_assigned_once() <= needed
    assert set(DueItem.objects.filter(due_at__lte=now).values_list("state", "attempts")) == {("done", 1)}
