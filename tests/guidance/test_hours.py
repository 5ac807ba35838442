"""Return visits and interviews keep the hours that are kept free, when they are fixed and when they are recorded."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from enforcement.models import TimeSignal
from enforcement.services.forbidden_times import enter_local_ban, enter_quiet_period
from foundation.actors import COMMAND
from foundation.obstacles import Refused, Severity
from guidance.models import ReturnVisit
from guidance.services import record_progress, visits
from guidance.vocabulary import Way
from tests.city import NOON, City
from tests.guidance.drafts import DETAILS, issued
from tests.guidance.test_visits import decided_case

pytestmark = [pytest.mark.django_db, pytest.mark.article("6")]
MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=NOON.tzinfo)


def refusal(act: Any, *args: Any, **kwargs: Any) -> list[tuple[str, Severity]]:
    with pytest.raises(Refused) as refused:
        act(*args, **kwargs)
    return [(o.code, o.severity) for o in refused.value.obstacles]


@pytest.fixture
def _quiet_monday(city: City) -> None:
    enter_quiet_period(
        by=COMMAND, at=NOON, name_zh="安静日", organ=city.people["officer"].organ, from_day=date(2026, 11, 23),
        to_day=date(2026, 11, 23), acts=["interview", "return_visit"],
    )  # fmt: skip


@pytest.fixture
def visit(city: City) -> ReturnVisit:
    case = decided_case(city)
    visits.plan_missing_visits(at=NOON)
    return ReturnVisit.objects.get(case=case)


def assign(city: City, visit: ReturnVisit, planned_for: datetime | None) -> ReturnVisit:
    pair = [city.people["south3"], city.people["south4"]]
    return visits.assign_visitors(
        visit.pk, by=city.actor("head"), at=NOON, visitors=pair, planned_for=planned_for
    )


def hold(city: City, visit: ReturnVisit, at: datetime, **values: Any) -> ReturnVisit:
    given = {
        "mode": "on_site",
        "held_on": date(2026, 11, 23),
        "held_time": time(10),
        "rectified": "corrected",
    }
    return visits.hold_visit(visit.pk, by=city.actor("south3"), at=at, **{**given, **values})


@pytest.mark.usefixtures("_quiet_monday")
class TestAReturnVisit:
    def test_is_not_agreed_for_a_quiet_day(self, city: City, visit: ReturnVisit) -> None:
        assert refusal(assign, city, visit, MONDAY) == [("INS-3", Severity.BLOCK)]
        assert assign(city, visit, MONDAY + timedelta(days=1)).planned_for is not None

    def test_that_was_held_on_one_needs_a_reason_and_leaves_a_signal(
        self, city: City, visit: ReturnVisit
    ) -> None:
        assign(city, visit, None)
        after = MONDAY + timedelta(hours=2)
        assert refusal(hold, city, visit, after) == [("INS-3", Severity.WARN)]
        hold(city, visit, after, overrides={"INS-3": "当事人要求当日回访"})
        assert [s.kind for s in TimeSignal.objects.all()] == ["PT-2"]

    def test_by_telephone_disturbs_nobody(self, city: City, visit: ReturnVisit) -> None:
        assign(city, visit, None)
        hold(city, visit, MONDAY + timedelta(hours=2), mode="phone")
        assert not TimeSignal.objects.exists()

    def test_recorded_two_days_later_leaves_a_signal(self, city: City, visit: ReturnVisit) -> None:
        assign(city, visit, None)
        hold(city, visit, MONDAY + timedelta(days=2), mode="phone")
        assert [s.kind for s in TimeSignal.objects.all()] == ["PT-4"]


class TestAnInterview:
    @pytest.mark.usefixtures("_quiet_monday")
    def test_is_not_appointed_for_a_quiet_day(self, city: City) -> None:
        with pytest.raises(Refused) as refused:
            issued(city, Way.INTERVIEW, detail={**DETAILS[Way.INTERVIEW], "invited_for": MONDAY})
        assert [o.code for o in refused.value.obstacles] == ["INS-3"]

    def test_in_the_evening_needs_a_reason_where_evenings_are_kept_free(self, city: City) -> None:
        organ = city.people["officer"].organ
        enter_local_ban(
            by=COMMAND, at=NOON, name_zh="晚间", organ=organ, from_day=NOON.date(), acts=["interview"],
            starts_at=time(20), ends_at=time(7),
        )  # fmt: skip
        evening = MONDAY.replace(hour=21)
        with pytest.raises(Refused) as refused:
            issued(city, Way.INTERVIEW, detail={**DETAILS[Way.INTERVIEW], "invited_for": evening})
        assert [(o.code, o.severity) for o in refused.value.obstacles] == [("PT-3", Severity.WARN)]

    @pytest.mark.usefixtures("_quiet_monday")
    def test_that_was_held_then_leaves_a_signal(self, city: City) -> None:
        action = issued(city, Way.INTERVIEW)
        minutes = {
            "held_at": MONDAY,
            "interviewers": "甲明 乙正",
            "present": "法定代表人",
            "minutes": "已说明",
        }
        record_progress(action.pk, by=city.actor("officer"), at=MONDAY + timedelta(hours=2), detail=minutes)
        assert [s.kind for s in TimeSignal.objects.all()] == ["PT-2"]
