"""A visit that comes, was missed or stays open is told to its officers, then to the heads (Art. 4, 6)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from enforcement.models import Inspection, Notification
from enforcement.services import inspections
from foundation.due import sweep
from tests.city import NOON, City, a_counterpart
from tests.enforcement.inspection_course import TOMORROW, begun, concluded, planned

pytestmark = [pytest.mark.django_db, pytest.mark.article("6")]
DAY = timedelta(days=1)
IN_A_WEEK = NOON + 7 * DAY


def told(kind: str) -> set[str]:
    return set(
        Notification.objects.filter(kind=f"inspection:{kind}").values_list("officer__username", flat=True)
    )


class TestAPlannedVisit:
    def test_is_told_the_day_before_to_who_goes(self, city: City) -> None:
        planned(city, planned_at=IN_A_WEEK)
        sweep(at=IN_A_WEEK - 2 * DAY)
        assert told("comes") == set()
        sweep(at=IN_A_WEEK - DAY)
        assert told("comes") == {"officer", "officer2"}

    def test_that_was_not_held_is_asked_for_and_told_to_the_head(self, city: City) -> None:
        planned(city)
        sweep(at=TOMORROW + DAY)
        assert (told("missed"), told("unheld")) == ({"officer", "officer2"}, set())
        sweep(at=TOMORROW + 5 * DAY)
        assert told("unheld") == {"head"}

    def test_that_was_moved_is_told_on_its_new_day_alone(self, city: City) -> None:
        row = planned(city)
        inspections.move_inspection(
            row.pk, by=city.actor("officer"), at=NOON, planned_at=IN_A_WEEK, reason="企业停业"
        )
        sweep(at=TOMORROW + 2 * DAY)
        assert told("missed") == set()
        sweep(at=IN_A_WEEK + DAY)
        assert told("missed") == {"officer", "officer2"}

    def test_that_was_cancelled_or_held_tells_nobody(self, city: City) -> None:
        gone = planned(city)
        inspections.cancel_inspection(gone.pk, by=city.actor("officer"), at=NOON, reason="已书面核查")
        concluded(city, counterpart=a_counterpart(city, name="乙二示例店"))
        sweep(at=TOMORROW + 30 * DAY)
        assert (
            not Notification.objects.filter(kind__startswith="inspection:")
            .exclude(kind="inspection:comes")
            .exists()
        )


class TestAVisitUnderWay:
    def test_is_asked_to_be_concluded_and_told_to_the_head(self, city: City) -> None:
        begun(city)
        sweep(at=TOMORROW + DAY)
        assert (told("unconcluded"), told("open_long")) == ({"officer", "officer2"}, set())
        sweep(at=TOMORROW + 5 * DAY)
        assert told("open_long") == {"head"}
        assert told("missed") == set()


class TestGoingTogether:
    @pytest.fixture
    def pair(self, city: City) -> tuple[Inspection, Inspection]:
        """The district's visit, and that of the city's bureau which goes along."""
        shop = a_counterpart(city)
        host = planned(city, counterpart=shop)
        guest = planned(city, by="city_market1", counterpart=shop, overrides={"INS-4": "将合并"})
        inspections.join_inspection(guest.pk, by=city.actor("city_market1"), at=NOON, other=host)
        return host, guest

    def test_guests_learn_that_the_visit_was_moved(
        self, city: City, pair: tuple[Inspection, Inspection]
    ) -> None:
        inspections.move_inspection(
            pair[0].pk, by=city.actor("officer"), at=NOON, planned_at=IN_A_WEEK, reason="企业停业",
            overrides={"INS-4": "同往"},
        )  # fmt: skip
        assert told("host_moved") == {"city_market1", "city_market2"}

    def test_guests_learn_that_the_visit_was_cancelled(
        self, city: City, pair: tuple[Inspection, Inspection]
    ) -> None:
        inspections.cancel_inspection(pair[0].pk, by=city.actor("officer"), at=NOON, reason="已书面核查")
        assert told("host_cancelled") == {"city_market1", "city_market2"}
