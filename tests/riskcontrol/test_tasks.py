"""Celery and the command line: they wake the same services, and an event wakes them at once."""

from __future__ import annotations

from io import StringIO
from typing import Any

from celery import current_app
from django.core.management import call_command
from django.utils import timezone

from config.schedule import TIMETABLE
from enforcement.events import CaseDecided
from foundation.events import announce
from riskcontrol.models import CounterpartRisk, RiskReview
from riskcontrol.tasks import propose_all_plans, review_all_counterparts, review_counterpart_of
from tests.city import City
from tests.riskcontrol.rows import counterparts, decided_case


def waiting(task: str) -> list[Any]:
    """What lies in the queue for ``task``; everything in it is taken out."""
    found = []
    with current_app.connection_for_read() as connection:
        queue = connection.SimpleQueue("celery")
        while True:
            try:
                message = queue.get(timeout=0.5)
            except queue.Empty:
                break
            message.ack()
            if message.headers["task"] == task:
                found.append(message.payload[0])
        queue.close()
    return found


def test_the_timetable_names_a_task_that_reviews_everybody(city: City) -> None:
    shops = counterparts(city, 3)
    lines = [line.task for line in TIMETABLE if line.task.startswith("riskcontrol.")]
    assert lines == [review_all_counterparts.name, propose_all_plans.name]
    assert [current_app.tasks[name].name for name in lines] == lines
    assert review_all_counterparts() == {"seen": 3, "written": 3, "moved": 0}
    assert CounterpartRisk.objects.count() == len(shops)
    assert RiskReview.objects.get().day == timezone.localdate()


def test_a_decision_wakes_the_review_of_its_counterpart(
    city: City, django_capture_on_commit_callbacks: Any
) -> None:
    shop, _other = counterparts(city, 2)
    case = decided_case(city, shop, on=timezone.localdate())
    waiting(review_counterpart_of.name)
    with django_capture_on_commit_callbacks(execute=True):
        announce(CaseDecided(case.pk))
    (arguments,) = waiting(review_counterpart_of.name)
    assert arguments == [case.pk]
    review_counterpart_of(*arguments)
    assert CounterpartRisk.objects.get().pk == shop.pk
    assert CounterpartRisk.objects.get().score == 16


def test_a_lost_event_is_made_good_by_the_review(city: City) -> None:
    (shop,) = counterparts(city, 1)
    decided_case(city, shop, on=timezone.localdate())
    review_all_counterparts()
    assert CounterpartRisk.objects.get(pk=shop.pk).score == 16


def test_a_case_that_is_gone_does_no_harm(city: City) -> None:
    review_counterpart_of(10**12)
    assert not CounterpartRisk.objects.exists()


def test_the_command_reviews_again_and_checks(city: City) -> None:
    (shop,) = counterparts(city, 1)
    decided_case(city, shop, on=timezone.localdate())
    told = StringIO()
    call_command("review_risk", "--check", stdout=told)
    assert "1 counterparts seen" in told.getvalue()
    assert "agrees" in told.getvalue()
    CounterpartRisk._base_manager.update(score=99)
    told = StringIO()
    call_command("review_risk", stdout=told)
    assert CounterpartRisk.objects.get().score == 99, "the review of today is over"
