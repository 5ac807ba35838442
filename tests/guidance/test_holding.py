"""Counselling that was taken up is held within ten working days (Art. 8 (4))."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from enforcement.models import Notification
from foundation.due import sweep
from guidance.models import Counsel
from guidance.services import acknowledge_guidance, decline_guidance, record_progress
from guidance.vocabulary import Way
from tests.city import NOON, City
from tests.guidance.drafts import issued

pytestmark = pytest.mark.article("8.4")
SignIn = Callable[[str], Client]
DAY = timedelta(days=1)
LAST = date(2026, 12, 4)  # the tenth working day after Friday the twentieth of November


def told() -> list[str]:
    rows = Notification.objects.filter(kind="guidance:hold").order_by("officer__username")
    return list(rows.values_list("officer__username", flat=True))


class TestCounsellingThatWasTakenUp:
    def test_is_to_be_held_within_ten_working_days(self, city: City) -> None:
        assert issued(city, Way.COUNSEL).counsel.hold_by == LAST

    def test_that_is_late_is_told_to_implementers_and_head_once(self, city: City) -> None:
        issued(city, Way.COUNSEL)
        sweep(at=NOON + 14 * DAY)
        assert told() == []
        for days in (15, 16):
            sweep(at=NOON + days * DAY)
        assert told() == ["head", "officer", "officer2"]

    def test_that_was_held_is_not_told(self, city: City) -> None:
        held = {"held_on": NOON.date(), "answer": "按件标明"}
        record_progress(issued(city, Way.COUNSEL).pk, by=city.actor("officer"), at=NOON, detail=held)
        sweep(at=NOON + 30 * DAY)
        assert told() == []

    def test_that_nobody_wants_is_not_pressed_upon(self, city: City) -> None:
        action = issued(city, Way.COUNSEL)
        decline_guidance(action.pk, by=city.actor("officer"), at=NOON)
        sweep(at=NOON + 30 * DAY)
        assert told() == []
        action.counsel.refresh_from_db()
        assert action.counsel.hold_by is None
        again = acknowledge_guidance(action.pk, by=city.actor("officer"), at=NOON + 3 * DAY)
        assert again.counsel.hold_by == LAST + 3 * DAY

    def test_stands_on_the_day_of_who_holds_it(self, city: City, as_user: SignIn) -> None:
        action = issued(city, Way.COUNSEL, at=timezone.now())
        Counsel._base_manager.filter(action=action).update(hold_by=timezone.localdate())
        assert "counselling to be held by" in as_user("officer").get("/").content.decode()
        assert "counselling to be held by" not in as_user("officer_north").get("/").content.decode()
