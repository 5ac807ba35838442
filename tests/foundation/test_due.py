"""Due items are done once, whatever fails (RELIABILITY B5)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from foundation import due
from foundation.models import DueItem
from foundation.vocabulary import DueState
from tests.city import NOON

pytestmark = pytest.mark.django_db
done: list[str] = []


def _work(item: DueItem, _at: object) -> None:
    if item.thing.startswith("poison"):
        raise ValueError("cannot")
    done.append(f"{item.thing}#{item.round}")


@pytest.fixture(autouse=True)
def _handler(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(due._handlers, "test:work", _work)
    done.clear()


def _plan(thing: str, **values: object) -> DueItem:
    return due.plan(kind="test:work", thing=thing, due_at=NOON, **values)  # type: ignore[arg-type]


def test_is_done_once_however_often_it_is_planned_and_swept() -> None:
    _plan("a:1")
    _plan("a:1")
    for _again in range(3):
        due.sweep(at=NOON)
    assert done == ["a:1#1"]


def test_waits_for_its_time() -> None:
    _plan("a:1")
    due.sweep(at=NOON - timedelta(seconds=1))
    assert done == []


def test_has_rounds() -> None:
    _plan("a:1", round=1)
    _plan("a:1", round=2)
    due.sweep(at=NOON)
    assert sorted(done) == ["a:1#1", "a:1#2"]


def test_cancelled_and_planned_again_is_done() -> None:
    _plan("a:1")
    due.cancel(kind="test:work", thing="a:1")
    _plan("a:1")
    due.sweep(at=NOON)
    assert done == ["a:1#1"]


def test_cancelled_is_not_done() -> None:
    _plan("a:1")
    due.cancel(kind="test:work", thing="a:1")
    due.sweep(at=NOON)
    assert done == []


def test_poisoned_does_not_stop_its_neighbours_and_is_parked_after_three_attempts() -> None:
    poison = _plan("poison:1")
    for number in range(5):
        _plan(f"a:{number}")
    moment = NOON
    for _sweep in range(5):
        due.sweep(at=moment)
        moment += timedelta(minutes=11)
    poison.refresh_from_db()
    assert len(done) == 5
    assert (poison.state, poison.attempts) == (DueState.PARKED, 3)
    assert poison.error == "ValueError: cannot"


def test_parked_can_be_given_another_chance() -> None:
    poison = _plan("poison:1")
    moment = NOON
    for _sweep in range(4):
        due.sweep(at=moment)
        moment += timedelta(minutes=11)
    DueItem.objects.filter(id=poison.id).update(thing="mended:1")
    due.retry(poison.id, at=moment)
    due.sweep(at=moment)
    assert done == ["mended:1#1"]


def test_claim_of_a_dead_worker_runs_out() -> None:
    item = _plan("a:1")
    due._claim(at=NOON, batch=10)
    due.sweep(at=NOON + timedelta(minutes=1))
    assert done == []
    due.sweep(at=NOON + due.CLAIM + timedelta(seconds=1))
    item.refresh_from_db()
    assert done == ["a:1#1"]
    assert item.state == DueState.DONE
