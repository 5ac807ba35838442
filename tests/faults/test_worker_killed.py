"""A worker dies in the middle: nothing is lost, nothing is done twice (Art. 8 (8); RELIABILITY B5, B6)."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from django.db.models import Count
from django.test import Client
from django.utils import timezone

from enforcement.models import Notification
from foundation.due import CLAIM, SweepResult, plan, sweep
from foundation.models import AuditEntry, DueItem
from foundation.vocabulary import DueState
from guidance.models import ReturnVisit
from guidance.services.visits import plan_missing_visits
from guidance.vocabulary import VisitState
from tests.city import City
from tests.faults.conftest import Broker, Program, missing_visits, wait_until

pytestmark = [
    pytest.mark.faults, pytest.mark.postgresql, pytest.mark.slow, pytest.mark.article("8.8"),
    pytest.mark.django_db(transaction=True),
]  # fmt: skip
SIDES = 4


def each_visit_is_whole() -> None:
    """One visit a case, each with its assignment and its two reminders."""
    visits = ReturnVisit.objects.count()
    assert ReturnVisit.objects.values("case").distinct().count() == visits
    assert AuditEntry.objects.filter(action="visit:plan").count() == visits
    planned = DueItem.objects.filter(kind__in=["visit:assign", "visit:remind"])
    assert planned.filter(kind="visit:assign", round=1).count() == visits
    assert planned.filter(kind="visit:remind").count() == 2 * visits


def each_visit_is_assigned_once() -> int:
    """Two visitors, each told once; returns how many visits found two free officers."""
    assigned = ReturnVisit.objects.filter(state=VisitState.ASSIGNED)
    assert set(assigned.annotate(n=Count("visitors")).values_list("n", flat=True)) == {2}
    count = assigned.count()
    assert Notification.objects.filter(kind="visit:assigned").count() == 2 * count
    assert AuditEntry.objects.filter(action="visit:assign").count() == count
    return count


class TestAWorkerThatIsKilled:
    def test_while_planning_leaves_whole_visits_and_the_next_plans_the_rest(
        self, unvisited: Callable[[int], int], start_worker: Callable[[], Program], broker: Broker
    ) -> None:
        needed = unvisited(500)
        assert needed >= 200
        first = start_worker()
        broker.send("guidance.plan_missing_visits")
        wait_until(lambda: ReturnVisit.objects.count() >= 40, program=first)
        first.kill()
        assert 40 <= ReturnVisit.objects.count() < needed
        each_visit_is_whole()
        second = start_worker()
        broker.send("guidance.plan_missing_visits")
        wait_until(lambda: ReturnVisit.objects.count() == needed, program=second)
        second.kill()
        assert missing_visits() == []
        each_visit_is_whole()

    def test_in_mid_sweep_leaves_nothing_half_done_and_the_next_does_it_all(
        self, unvisited: Callable[[int], int], start_worker: Callable[[], Program]
    ) -> None:
        now, needed = timezone.now(), unvisited(120)
        plan_missing_visits(at=now)
        worker = start_worker()
        wait_until(lambda: DueItem.objects.exclude(claimed_until=None).exists(), program=worker)
        worker.kill()
        assert not DueItem.objects.exclude(state=DueState.PENDING).exists()
        assert not ReturnVisit.objects.exclude(state=VisitState.PLANNED).exists()
        assert Notification.objects.count() == 0
        sweep(at=timezone.now())  # what the dead one claimed is left to it for five minutes
        sweep(at=timezone.now() + CLAIM + timedelta(seconds=5))
        assert not DueItem.objects.filter(state=DueState.PENDING, due_at__lte=now).exists()
        assert needed * 0.8 < each_visit_is_assigned_once() <= needed


class TestSweepsAtOnce:
    def test_share_the_work_and_do_each_item_once(self, unvisited: Callable[[int], int]) -> None:
        now, needed = timezone.now(), unvisited(120)
        plan_missing_visits(at=now)
        due = DueItem.objects.filter(due_at__lte=now).count()
        start = Barrier(SIDES)

        def side(_number: int) -> SweepResult:
            start.wait()
            try:
                return sweep(at=now, batch=10)
            finally:
                connection.close()

        with ThreadPoolExecutor(SIDES) as pool:
            results = list(pool.map(side, range(SIDES)))
        assert sum(result.failed for result in results) == 0
        assert sum(result.done for result in results) == due
        assert sum(result.done > 0 for result in results) >= 2
        assert set(DueItem.objects.filter(due_at__lte=now).values_list("state", "attempts")) == {("done", 1)}
        assert needed * 0.8 < each_visit_is_assigned_once() <= needed


class TestAPoisonedItem:
    def test_stops_nobody_and_is_parked_where_the_operator_sees_it(
        self, city: City, unvisited: Callable[[int], int], start_worker: Callable[[], Program], client: Client
    ) -> None:
        unvisited(60)
        now = timezone.now()
        plan_missing_visits(at=now)
        poison = plan(kind="visit:assign", thing="visit:0", due_at=now - timedelta(days=1))
        worker = start_worker()
        neighbours = DueItem.objects.exclude(pk=poison.pk).filter(state=DueState.PENDING, due_at__lte=now)
        wait_until(lambda: not neighbours.exists(), program=worker)
        for minutes in (11, 22, 33):
            sweep(at=timezone.now() + timedelta(minutes=minutes))
        poison.refresh_from_db()
        assert (poison.state, poison.attempts) == (DueState.PARKED, 3)
        page = self.system_page(client, city)
        assert "visit:0" in page
        assert "DoesNotExist" in page

    def system_page(self, client: Client, city: City) -> str:
        client.force_login(city.people["sysadmin"], backend="django.contrib.auth.backends.ModelBackend")
        answer: Any = client.get("/system/")
        return str(answer.content.decode())
