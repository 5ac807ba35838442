"""System status tells whether the machinery is alive, and lets parked work be tried again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from desk.reports.system import system_status
from desk.services.parked import retry_parked
from foundation.due import heartbeat
from foundation.models import AuditEntry, AuditPending, DueItem
from foundation.obstacles import Forbidden
from foundation.record.chain import link_pending
from foundation.vocabulary import DueState
from tests.city import NOON, City

SignIn = Callable[[str], Client]


@pytest.fixture
def parked(city: City) -> DueItem:
    return DueItem.objects.create(
        kind="visit:assign", thing="visit:7", due_at=NOON - timedelta(hours=1), state=DueState.PARKED,
        attempts=3, error="ValueError: broken",
    )  # fmt: skip


def test_a_timer_that_beats_is_alive_and_one_that_stopped_is_not(city: City) -> None:
    heartbeat("beat", at=NOON - timedelta(minutes=1))
    heartbeat("sweep", at=NOON - timedelta(minutes=6))
    alive = {beat.name: beat.is_alive for beat in system_status(at=NOON).beats}
    assert alive == {"beat": True, "sweep": False}


def test_a_timer_that_never_beat_is_not_alive(city: City) -> None:
    assert [beat.is_alive for beat in system_status(at=NOON).beats] == [False, False]


def test_work_is_late_ten_minutes_after_its_time(city: City) -> None:
    planned = system_status(at=NOON).pending  # the small city has reminders of its own
    for minutes in (-5, 5, 15):
        DueItem.objects.create(kind="x", thing=f"x:{minutes}", due_at=NOON - timedelta(minutes=minutes))
    status = system_status(at=NOON)
    assert (status.pending - planned, status.late) == (3, 1)
    assert status.next_due_at == NOON - timedelta(minutes=15)


def test_entries_outside_the_chain_are_counted_until_they_are_linked(city: City) -> None:
    before = system_status(at=NOON)
    assert before.unlinked == AuditPending.objects.count() > 0
    link_pending()
    after = system_status(at=NOON)
    assert (after.unlinked, after.links) == (0, AuditEntry.objects.count())


@pytest.mark.parametrize(("username", "status"), [("sysadmin", 200), ("auditor", 200), ("head", 403),
                                                  ("officer", 403), ("secadmin", 403)])  # fmt: skip
def test_is_for_who_operates_and_who_audits(
    parked: DueItem, as_user: SignIn, username: str, status: int
) -> None:
    assert as_user(username).get("/system/").status_code == status


def test_parked_work_is_tried_again_on_the_record(parked: DueItem, as_user: SignIn) -> None:
    client = as_user("sysadmin")
    assert "ValueError: broken" in client.get("/system/").content.decode()
    assert client.post(f"/system/parked/{parked.pk}/retry/").headers["Location"] == "/system/"
    parked.refresh_from_db()
    assert (parked.state, parked.attempts, parked.due_at) == (DueState.PENDING, 0, NOON)
    entry = AuditEntry.objects.filter(action="due:retry").get()
    assert (entry.actor_name, entry.why) == ("壬维", "visit:assign visit:7")


@pytest.mark.parametrize("key", [0, 2**63, 10**30])
def test_what_is_not_parked_is_not_tried_again(parked: DueItem, as_user: SignIn, key: int) -> None:
    assert as_user("sysadmin").post(f"/system/parked/{key}/retry/").status_code == 404
    DueItem.objects.update(state=DueState.DONE)
    assert as_user("sysadmin").post(f"/system/parked/{parked.pk}/retry/").status_code == 404


def test_only_who_operates_the_system_tries_again(parked: DueItem, city: City, as_user: SignIn) -> None:
    assert as_user("auditor").post(f"/system/parked/{parked.pk}/retry/").status_code == 403
    with pytest.raises(Forbidden):
        retry_parked(parked.pk, by=city.actor("head"), at=NOON)
