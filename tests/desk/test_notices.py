"""Notices belong to one officer, are counted at the bell, and are read one by one or all at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone, translation

from enforcement.models import Notification
from enforcement.services.notifications import notify, read_all
from tests.city import NOON, City

SignIn = Callable[[str], Client]


@pytest.fixture
def notice(city: City) -> Notification:
    for username in ("officer", "officer_north"):
        for case in (1, 2):
            notify(
                city.people[username], kind="case:deadline", thing=f"case:{case}", at=NOON, url="/visits/",
                data={"number": f"{username}-{case}", "day": "2026-11-24"},
            )  # fmt: skip
    return Notification.objects.get(officer=city.people["officer"], thing="case:1")


def test_each_reads_the_own_notices_alone(notice: Notification, as_user: SignIn) -> None:
    content = as_user("officer").get("/notices/").content.decode()
    assert "officer-1" in content
    assert "officer_north" not in content


def test_the_bell_counts_what_was_not_read(notice: Notification, as_user: SignIn) -> None:
    client = as_user("officer")
    assert client.get("/cases/").context["bell_count"] == 2
    assert "bell-count" in client.get("/cases/").content.decode()
    client.post("/notices/")
    assert "bell-count" not in client.get("/cases/").content.decode()


def test_opening_one_marks_it_and_leads_to_its_thing(notice: Notification, as_user: SignIn) -> None:
    client = as_user("officer")
    assert client.post(f"/notices/{notice.pk}/").headers["Location"] == "/visits/"
    assert client.get("/cases/").context["bell_count"] == 1


def test_reading_twice_keeps_the_first_moment(notice: Notification, as_user: SignIn) -> None:
    client = as_user("officer")
    client.post(f"/notices/{notice.pk}/")
    first = Notification.objects.get(pk=notice.pk).read_at
    client.post(f"/notices/{notice.pk}/")
    assert Notification.objects.get(pk=notice.pk).read_at == first


@pytest.mark.parametrize("key", [None, 0, 2**63, 10**30])
def test_the_notice_of_another_does_not_exist(notice: Notification, as_user: SignIn, key: int | None) -> None:
    pk = notice.pk if key is None else key
    assert as_user("officer_north").post(f"/notices/{pk}/").status_code == 404
    assert Notification.objects.get(pk=notice.pk).read_at is None


def test_looking_changes_nothing(notice: Notification, as_user: SignIn) -> None:
    client = as_user("officer")
    assert client.get(f"/notices/{notice.pk}/").status_code == 405
    client.get("/notices/")
    assert not Notification.objects.exclude(read_at=None).exists()


def test_a_notice_leads_to_no_foreign_house(notice: Notification, as_user: SignIn) -> None:
    Notification.objects.filter(pk=notice.pk).update(url="https://example.invalid/")
    assert as_user("officer").post(f"/notices/{notice.pk}/").headers["Location"] == "/notices/"


def test_marking_all_leaves_those_of_others(notice: Notification, as_user: SignIn) -> None:
    as_user("officer").post("/notices/")
    assert Notification.objects.filter(read_at=None).count() == 2


def test_who_was_told_nothing_learns_what_comes_here(city: City, as_user: SignIn) -> None:
    assert as_user("officer").get("/notices/").context["notices"] == []


class TestMany:
    def tell(self, city: City, number: int, *, days_ago: int = 0) -> None:
        at = timezone.now() - timedelta(days=days_ago)
        for case in range(number):
            notify(
                city.people["officer"], kind="case:deadline", thing=f"case:{days_ago}-{case}", at=at,
                data={"number": f"N{days_ago}-{case}", "day": "2026-11-24"},
            )  # fmt: skip

    def test_stand_by_day_and_fold_when_they_say_the_same(self, city: City, as_user: SignIn) -> None:
        self.tell(city, 5)
        self.tell(city, 2, days_ago=3)
        self.tell(city, 1, days_ago=30)
        answer = as_user("officer").get("/notices/")
        with translation.override("en"):
            labels = [str(section.label) for section in answer.context["sections"]]
        assert labels == ["Today", "In the last seven days", "Earlier"]
        folded = [[len(bundle.more) for bundle in s.bundles] for s in answer.context["sections"]]
        assert folded == [[4], [0, 0], [0]]
        assert all(f"N0-{case}" in answer.content.decode() for case in range(5))

    def test_that_were_read_are_not_folded_away(self, city: City, as_user: SignIn) -> None:
        self.tell(city, 5)
        client = as_user("officer")
        client.post("/notices/")
        bundles = client.get("/notices/").context["sections"][0].bundles
        assert [bundle.more for bundle in bundles] == [()] * 5

    def test_are_read_up_to_a_moment(self, city: City) -> None:
        self.tell(city, 2)
        self.tell(city, 3, days_ago=9)
        officer, now = city.actor("officer"), timezone.now()
        assert read_all(by=officer, at=now, told_before=now - timedelta(days=3)) == 3
        assert Notification.objects.visible_to(officer).unread().count() == 2
