"""Forbidden times as pure rules: nights, days off, quiet days and local bans, on the clocks of the city."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enforcement.rules.forbidden_times import forbids, next_allowed_at, next_free_at, obstacles_to_acting_at
from enforcement.rules.time_windows import BanWindow, Night, QuietWindow, TimeFacts
from enforcement.vocabulary import QuietException, TimedAct
from foundation.calendar import WorkCalendar
from foundation.obstacles import Severity

CITY = ZoneInfo("Asia/Shanghai")
CALENDAR = WorkCalendar(
    off=frozenset(date(2026, 10, day) for day in range(1, 8)),
    makeup=frozenset({date(2026, 9, 27), date(2026, 10, 10)}),
    years=frozenset({2026}),
)


def at(day: str, clock: str = "10:00") -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}:00").replace(tzinfo=CITY)


def executing(moment: datetime, **more: object) -> TimeFacts:
    return TimeFacts(act=TimedAct.COERCIVE_EXECUTION, at=moment, calendar=CALENDAR, **more)  # type: ignore[arg-type]


def codes(facts: TimeFacts) -> list[str]:
    return [o.code for o in obstacles_to_acting_at(facts)]


@pytest.mark.rule("COE-7")
class TestNothingIsExecutedByForceAtNightOrOnDaysOff:
    """Coercion Law, Art. 43; the Supreme People's Court counts Saturday in."""

    @pytest.mark.parametrize(
        ("clock", "expected"),
        [("21:59", []), ("22:00", ["COE-7"]), ("05:59", ["COE-7"]), ("06:00", []), ("00:00", ["COE-7"])],
    )
    def test_the_night_begins_at_ten_and_ends_at_six(self, clock: str, expected: list[str]) -> None:
        assert codes(executing(at("2026-11-20", clock))) == expected

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            ("2026-09-30", []),  # the eve of the holiday
            ("2026-10-01", ["COE-7"]),
            ("2026-10-07", ["COE-7"]),  # its last day
            ("2026-10-08", []),
            ("2026-10-10", []),  # a Saturday on which offices work
            ("2026-09-27", []),  # a Sunday on which offices work
            ("2026-11-21", ["COE-7"]),  # Saturday
            ("2026-11-22", ["COE-7"]),  # Sunday
        ],
    )
    def test_weekends_and_holidays_are_kept_and_make_up_workdays_are_not(
        self, day: str, expected: list[str]
    ) -> None:
        assert codes(executing(at(day))) == expected

    def test_it_is_the_clock_of_the_city_that_counts(self) -> None:
        afternoon_in_london = datetime(2026, 11, 20, 14, 30, tzinfo=UTC)
        assert codes(executing(afternoon_in_london)) == ["COE-7"]

    def test_the_city_may_set_other_hours_from_a_day_on(self) -> None:
        nights = (Night(time(22), time(6)), Night(time(21), time(5), date(2026, 12, 1)))
        assert codes(executing(at("2026-11-30", "21:30"), nights=nights)) == []
        assert codes(executing(at("2026-12-01", "21:30"), nights=nights)) == ["COE-7"]
        assert codes(executing(at("2026-12-02", "05:30"), nights=nights)) == []

    def test_in_an_emergency_a_recorded_reason_is_enough(self) -> None:
        found = list(obstacles_to_acting_at(executing(at("2026-11-21", "23:00"), urgent=True)))
        assert [o.severity for o in found] == [Severity.WARN, Severity.WARN]
        assert not forbids(found)

    def test_a_year_without_holidays_entered_is_not_guessed(self) -> None:
        found = list(obstacles_to_acting_at(executing(at("2027-03-03"))))
        assert [o.severity for o in found] == [Severity.REQUIRE]
        assert "2027" in str(found[0].message)
        assert next_allowed_at(executing(at("2027-03-03"))) is None

    @pytest.mark.parametrize("act", [a for a in TimedAct if a != TimedAct.COERCIVE_EXECUTION])
    def test_the_ban_does_not_reach_beyond_execution(self, act: str) -> None:
        assert codes(TimeFacts(act=act, at=at("2026-11-21", "23:00"), calendar=CALENDAR)) == []


QUIET = QuietWindow(
    name="quiet days",
    acts=frozenset({TimedAct.INSPECTION}),
    exceptions=frozenset({QuietException.COMPLAINT}),
    from_day=date(2026, 11, 1),
    to_day=date(2027, 3, 31),
    first_of_month=1,
    last_of_month=20,
)


def inspecting(moment: datetime, **more: object) -> TimeFacts:
    return TimeFacts(act=TimedAct.INSPECTION, at=moment, calendar=CALENDAR, quiet=(QUIET,), **more)  # type: ignore[arg-type]


@pytest.mark.rule("INS-3")
class TestOnQuietDaysNobodyGoesToAFirmWithoutAnException:
    @pytest.mark.parametrize(
        ("day", "expected"),
        [("2026-10-31", []), ("2026-11-01", ["INS-3"]), ("2026-11-20", ["INS-3"]), ("2026-11-21", [])],
    )
    def test_the_days_are_kept(self, day: str, expected: list[str]) -> None:
        assert codes(inspecting(at(day))) == expected

    def test_an_exception_that_the_period_allows_opens_it(self) -> None:
        assert codes(inspecting(at("2026-11-20"), exception="complaint")) == []

    def test_another_exception_does_not(self) -> None:
        [found] = obstacles_to_acting_at(inspecting(at("2026-11-20"), exception="tax_fraud"))
        assert str(QuietException.TAX_FRAUD.label) in str(found.message)
        assert found.severity is Severity.BLOCK

    def test_other_acts_are_not_touched(self) -> None:
        assert codes(replace(inspecting(at("2026-11-20")), act=TimedAct.INTERVIEW)) == []

    def test_days_of_the_week_may_be_quiet(self) -> None:
        mondays = replace(QUIET, first_of_month=None, last_of_month=None, weekdays=frozenset({1}))
        assert codes(replace(inspecting(at("2026-11-23")), quiet=(mondays,))) == ["INS-3"]
        assert codes(replace(inspecting(at("2026-11-24")), quiet=(mondays,))) == []


EXAMS = BanWindow(
    name="examinations",
    acts=frozenset(TimedAct.values),
    starts=time(22),
    ends=time(6),
    from_day=date(2026, 6, 5),
    to_day=date(2026, 6, 8),
)


class TestALocalRuleKeepsHoursFree:
    """PT-3 of the list of prohibited periods."""

    @pytest.mark.parametrize(
        ("day", "clock", "expected"),
        [
            ("2026-06-05", "05:00", []),
            ("2026-06-05", "22:00", ["PT-3"]),
            ("2026-06-09", "05:59", ["PT-3"]),  # the night that began on the eighth
            ("2026-06-09", "22:00", []),
        ],
    )
    def test_a_night_belongs_to_the_day_on_which_it_began(
        self, day: str, clock: str, expected: list[str]
    ) -> None:
        facts = TimeFacts(act=TimedAct.INTERVIEW, at=at(day, clock), calendar=CALENDAR, bans=(EXAMS,))
        assert codes(facts) == expected

    def test_it_warns_and_a_reason_lifts_it(self) -> None:
        facts = TimeFacts(
            act=TimedAct.INTERVIEW, at=at("2026-06-06", "23:00"), calendar=CALENDAR, bans=(EXAMS,)
        )
        assert not forbids(obstacles_to_acting_at(facts))
        assert next_allowed_at(facts) == facts.at
        assert next_free_at(facts) == at("2026-06-07", "06:00")


MINUTES = st.integers(0, 323 * 24 * 60)
MOMENTS = MINUTES.map(lambda minutes: at("2026-01-01", "00:00") + timedelta(minutes=minutes))
CLOCKS = st.times().map(lambda t: t.replace(second=0, microsecond=0))
WINDOWS = st.builds(
    QuietWindow,
    name=st.just("quiet"),
    acts=st.just(frozenset(TimedAct.values)),
    from_day=st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    to_day=st.dates(date(2026, 1, 1), date(2026, 10, 31)),
    first_of_month=st.none() | st.integers(1, 31),
    last_of_month=st.none() | st.integers(1, 31),
    weekdays=st.frozensets(st.integers(1, 7), max_size=6),
)
NIGHTS = st.builds(Night, CLOCKS, CLOCKS, st.dates(date(2026, 1, 1), date(2026, 12, 1))).filter(
    lambda night: night.starts != night.ends
)
FACTS = st.builds(
    TimeFacts,
    act=st.sampled_from([TimedAct.COERCIVE_EXECUTION, TimedAct.INSPECTION]),
    at=MOMENTS,
    calendar=st.just(CALENDAR),
    nights=st.tuples(NIGHTS),
    quiet=st.lists(WINDOWS, max_size=2).map(tuple),
)


def is_allowed(facts: TimeFacts, moment: datetime) -> bool:
    return not forbids(obstacles_to_acting_at(replace(facts, at=moment)))


class TestTheNextAllowedMoment:
    @settings(max_examples=150)
    @given(FACTS)
    def test_is_allowed(self, facts: TimeFacts) -> None:
        found = next_allowed_at(facts)
        assert found is None or (found >= facts.at and is_allowed(facts, found))

    @settings(max_examples=100)
    @given(FACTS, st.floats(0, 1, exclude_max=True))
    def test_has_nothing_allowed_before_it(self, facts: TimeFacts, part: float) -> None:
        found = next_allowed_at(facts)
        end = found or facts.at + timedelta(days=30)
        earlier = facts.at + (end - facts.at) * part
        assert earlier == end or not is_allowed(facts, earlier)

    @settings(max_examples=25)
    @given(FACTS)
    def test_is_what_looking_at_every_minute_finds(self, facts: TimeFacts) -> None:
        start = facts.at.replace(second=0, microsecond=0)
        facts = replace(facts, at=start)
        minutes = (start + timedelta(minutes=n) for n in range(3 * 24 * 60))
        naive = next((m for m in minutes if is_allowed(facts, m)), None)
        found = next_allowed_at(facts)
        assert naive == found or (naive is None and (found is None or found - start >= timedelta(days=3)))
