"""Forbidden times as the city keeps them: whose periods bind which organ, and what is asked of the database."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from enforcement.models import CityNight, LocalBan, Organ, QuietPeriod
from enforcement.services.forbidden_times import next_allowed_at, obstacles_at
from enforcement.vocabulary import TimedAct
from foundation.actors import COMMAND
from foundation.record import audited
from tests.city import NOON, City

pytestmark = pytest.mark.django_db
CITY_TIME = ZoneInfo("Asia/Shanghai")
FRIDAY = datetime(2026, 11, 20, 10, 0, tzinfo=CITY_TIME)


@pytest.fixture
def organ(city: City) -> Organ:
    found = city.people["officer"].organ
    assert found is not None
    return found


def stored(row: Any) -> Any:
    with audited("time:quiet", by=COMMAND, at=NOON):
        row.save()
    return row


def quiet(**values: Any) -> QuietPeriod:
    given = {
        "name_zh": "企业安静期",
        "from_day": date(2026, 11, 1),
        "acts": [TimedAct.INSPECTION],
        "first_of_month": 1,
        "last_of_month": 20,
        "exceptions": ["complaint"],
        **values,
    }
    return stored(QuietPeriod(**given))


def codes(organ: Organ, act: str, at: datetime = FRIDAY, **more: Any) -> list[str]:
    return [o.code for o in obstacles_at(act=act, organ=organ, at=at, **more)]


def test_without_any_rule_everybody_may_go(organ: Organ) -> None:
    assert codes(organ, TimedAct.INSPECTION) == []


class TestAQuietPeriod:
    def test_of_a_region_binds_the_organs_in_it(self, organ: Organ) -> None:
        quiet(region=organ.region)
        assert codes(organ, TimedAct.INSPECTION) == ["INS-3"]
        assert codes(organ, TimedAct.INSPECTION, exception="complaint") == []

    def test_of_the_region_above_binds_them_too(self, organ: Organ) -> None:
        assert organ.region.parent is not None
        quiet(region=organ.region.parent)
        assert codes(organ, TimedAct.INSPECTION) == ["INS-3"]

    def test_of_another_district_does_not(self, city: City, organ: Organ) -> None:
        other = next(o for o in city.places.organs.values() if o.district_id not in {None, organ.district_id})
        quiet(region=other.region)
        assert codes(organ, TimedAct.INSPECTION) == []

    def test_of_an_organ_binds_it_and_those_below(self, organ: Organ) -> None:
        quiet(organ=organ.parent)
        assert codes(organ, TimedAct.INSPECTION) == ["INS-3"]

    def test_that_rests_on_nothing_is_called_a_local_setting(self, organ: Organ) -> None:
        quiet(region=organ.region)
        [found] = obstacles_at(act=TimedAct.INSPECTION, organ=organ, at=FRIDAY)
        with override("en"):
            assert str(found.citation) == "local setting"

    def test_ends_and_tells_when(self, organ: Organ) -> None:
        quiet(region=organ.region)
        allowed = next_allowed_at(act=TimedAct.INSPECTION, organ=organ, at=FRIDAY)
        assert allowed == datetime(2026, 11, 21, 0, 0, tzinfo=CITY_TIME)


def test_a_local_ban_is_a_warning(organ: Organ) -> None:
    stored(
        LocalBan(
            name_zh="夜间不上门", region=organ.region, from_day=date(2026, 1, 1), acts=[TimedAct.INTERVIEW],
            starts_at=time(20), ends_at=time(7),
        )
    )  # fmt: skip
    assert codes(organ, TimedAct.INTERVIEW, FRIDAY.replace(hour=21)) == ["PT-3"]
    assert codes(organ, TimedAct.INTERVIEW) == []


def test_the_city_sets_its_night(organ: Organ) -> None:
    at_nine, execution = FRIDAY.replace(hour=21), TimedAct.COERCIVE_EXECUTION
    before = codes(organ, execution, at_nine)
    stored(CityNight(in_force_from=date(2026, 1, 1), starts_at=time(21), ends_at=time(5)))
    assert codes(organ, execution, at_nine) == [*before, "COE-7"]


@pytest.mark.parametrize(("act", "most"), [(TimedAct.COERCIVE_EXECUTION, 5), (TimedAct.RETURN_VISIT, 2)])
def test_asks_the_database_little(organ: Organ, act: str, most: int) -> None:
    with CaptureQueriesContext(connection) as asked:
        obstacles_at(act=act, organ=organ, at=FRIDAY)
    assert len(asked) <= most
