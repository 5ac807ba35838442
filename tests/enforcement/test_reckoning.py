"""How a deadline comes about: tried with every day of five years, against a naive count (Penalty Law, Art. 85)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone, translation
from hypothesis import assume, given
from hypothesis import strategies as st

from enforcement.rules.periods import Period, period_under
from enforcement.rules.reckoning import (
    Stop,
    months_after,
    reckon,
    reckon_for_now,
    reckon_months,
    reckon_strictly,
    reckon_under,
)
from enforcement.vocabulary import Law, Unit
from foundation.calendar import MissingYear, WorkCalendar
from tests.enforcement import reckoning_oracle

DAY = timedelta(days=1)
YEARS = frozenset(range(2023, 2031))
FIRST, LAST = date(2024, 1, 1), date(2028, 12, 31)
OF_2026 = WorkCalendar(
    off=frozenset([date(2026, 10, n) for n in range(1, 8)] + [date(2026, 2, n) for n in range(15, 24)]),
    makeup=frozenset({date(2026, 9, 20), date(2026, 10, 10), date(2026, 2, 14), date(2026, 2, 28)}),
    years=frozenset({2026}),
)
FRIDAY = date(2026, 11, 20)
days_of_the_years = st.dates(FIRST, LAST)


@st.composite
def calendars(draw: st.DrawFn) -> WorkCalendar:
    """Holidays of one to nine days, and weekend days on which offices work."""
    begins = draw(st.lists(st.tuples(days_of_the_years, st.integers(1, 9)), max_size=12))
    off = frozenset(first + DAY * n for first, length in begins for n in range(length))
    weekends = draw(st.lists(days_of_the_years.filter(lambda d: d.weekday() >= 5), max_size=12))
    return WorkCalendar(off=off - frozenset(weekends), makeup=frozenset(weekends), years=YEARS)


stopped_spans = st.lists(
    st.tuples(st.dates(FIRST, date(2028, 6, 30)), st.integers(0, 60)).map(
        lambda s: (s[0], s[0] + DAY * s[1])
    ),
    max_size=4,
)


def stops_of(spans: list[tuple[date, date]]) -> list[Stop]:
    return [Stop(first, last, "suspension") for first, last in spans]


class TestTheCount:
    """Whatever the calendar and the stops, the engine agrees with a naive list of days."""

    @given(
        days=st.integers(1, 150), unit=st.sampled_from(Unit), start=st.dates(FIRST, date(2027, 6, 30)),
        calendar=calendars(), spans=stopped_spans,
    )  # fmt: skip
    def test_agrees_with_the_oracle(
        self, days: int, unit: Unit, start: date, calendar: WorkCalendar, spans: list[tuple[date, date]]
    ) -> None:
        found = reckon(Period(days, unit), start=start, calendar=calendar, stops=stops_of(spans))
        naive = reckoning_oracle.last_day(
            days, working=unit == Unit.WORKING, start=start, calendar=calendar, stopped=spans
        )
        assert found.due_on == naive

    @given(start=days_of_the_years, calendar=calendars(), days=st.integers(1, 90), unit=st.sampled_from(Unit))
    def test_never_ends_on_a_day_off(
        self, start: date, calendar: WorkCalendar, days: int, unit: Unit
    ) -> None:
        due_on = reckon(Period(days, unit), start=start, calendar=calendar).due_on
        assert due_on
        assert calendar.is_working_day(due_on)

    @given(start=days_of_the_years, calendar=calendars(), days=st.integers(1, 60), unit=st.sampled_from(Unit))
    def test_of_a_longer_period_never_ends_earlier(
        self, start: date, calendar: WorkCalendar, days: int, unit: Unit
    ) -> None:
        shorter = reckon(Period(days, unit), start=start, calendar=calendar).due_on
        longer = reckon(Period(days + 1, unit), start=start, calendar=calendar).due_on
        assert shorter
        assert longer
        assert shorter <= longer

    @given(start=days_of_the_years, calendar=calendars(), days=st.integers(1, 90), spans=stopped_spans)
    def test_is_never_shortened_by_a_stop(
        self, start: date, calendar: WorkCalendar, days: int, spans: list[tuple[date, date]]
    ) -> None:
        period = Period(days, Unit.CALENDAR)
        plain = reckon(period, start=start, calendar=calendar).due_on
        stopped = reckon(period, start=start, calendar=calendar, stops=stops_of(spans)).due_on
        assert plain
        assert stopped
        assert stopped >= plain

    @given(start=days_of_the_years, calendar=calendars(), first=st.integers(1, 90), more=st.integers(1, 60))
    def test_of_an_extension_goes_on_where_the_period_ended(
        self, start: date, calendar: WorkCalendar, first: int, more: int
    ) -> None:
        """A holiday at the first end is not gained twice."""
        extended = reckon(
            Period(first, Unit.CALENDAR), start=start, calendar=calendar, more=[Period(more, Unit.CALENDAR)]
        )
        assert (
            extended.due_on
            == reckon(Period(first + more, Unit.CALENDAR), start=start, calendar=calendar).due_on
        )


class TestASuspension:
    @given(start=days_of_the_years, calendar=calendars(), days=st.integers(2, 90), after=st.integers(1, 89))
    def test_that_goes_on_keeps_what_is_left(
        self, start: date, calendar: WorkCalendar, days: int, after: int
    ) -> None:
        assume(after < days)
        running = [Stop(start + DAY * (after + 1), None, "suspension")]
        found = reckon(Period(days, Unit.CALENDAR), start=start, calendar=calendar, stops=running)
        assert (found.due_on, found.days_left) == (None, days - after)

    @given(
        start=days_of_the_years, calendar=calendars(), days=st.integers(2, 90), after=st.integers(1, 89),
        length=st.integers(1, 200),
    )  # fmt: skip
    def test_gives_back_exactly_its_days_once_it_ended(
        self, start: date, calendar: WorkCalendar, days: int, after: int, length: int
    ) -> None:
        assume(after < days)
        first = start + DAY * (after + 1)
        stop = Stop(first, first + DAY * (length - 1), "suspension")
        found = reckon_strictly(Period(days, Unit.CALENDAR), start=start, calendar=calendar, stops=[stop])
        assert found.due_on == start + DAY * (days + length)

    def test_over_a_holiday_counts_the_holiday_once(self) -> None:
        """Suspended from 28 September to 9 October 2026, over the National Day holiday and its make-up day."""
        stop = Stop(date(2026, 9, 28), date(2026, 10, 9), "suspension")
        found = reckon(Period(5, Unit.WORKING), start=date(2026, 9, 24), calendar=OF_2026, stops=[stop])
        assert found.due_on == date(2026, 10, 14)

    @given(
        start=st.dates(date(2026, 3, 1), date(2026, 6, 1)), old=st.integers(30, 90), new=st.integers(30, 120)
    )
    def test_is_kept_when_the_rule_changes_meanwhile(self, start: date, old: int, new: int) -> None:
        """The days already used stay used; what is left is what the new rule leaves."""
        running = [Stop(start + DAY * 11, None, "suspension")]
        before, after = (
            reckon(Period(days, Unit.CALENDAR), start=start, calendar=OF_2026, stops=running)
            for days in (old, new)
        )
        assert before.days_left == old - 10
        assert after.days_left == new - 10

    def test_that_overlaps_another_is_not_counted_twice(self) -> None:
        spans = [(date(2026, 3, 2), date(2026, 3, 10)), (date(2026, 3, 6), date(2026, 3, 15))]
        found = reckon_strictly(
            Period(30, Unit.CALENDAR), start=date(2026, 3, 1), calendar=OF_2026, stops=stops_of(spans)
        )
        assert found.due_on == date(2026, 3, 1) + DAY * (30 + 14)


class TestTheEndsOfMonths:
    @given(start=days_of_the_years, months=st.integers(1, 60))
    def test_are_never_left_behind(self, start: date, months: int) -> None:
        later = months_after(start, months)
        assert (later.year * 12 + later.month) - (start.year * 12 + start.month) == months
        assert later.day == start.day or (later + DAY).day == 1

    def test_of_february_in_a_leap_year(self) -> None:
        assert months_after(date(2027, 8, 31), 6) == date(2028, 2, 29)
        assert months_after(date(2026, 8, 31), 6) == date(2027, 2, 28)
        assert months_after(date(2028, 2, 29), 12) == date(2029, 2, 28)

    @given(
        start=st.sampled_from([date(2028, 2, 28), date(2028, 2, 29), date(2027, 2, 28)]),
        days=st.integers(1, 9),
    )
    def test_count_the_leap_day_when_there_is_one(self, start: date, days: int) -> None:
        calendar = WorkCalendar(off=frozenset(), makeup=frozenset(), years=YEARS)
        found = reckon_strictly(Period(days, Unit.CALENDAR), start=start, calendar=calendar)
        assert found.due_on == start + DAY * days

    def test_move_on_when_no_office_works(self) -> None:
        found = reckon_months(6, start=date(2026, 4, 4), calendar=OF_2026)
        assert found.due_on == date(2026, 10, 8)


class TestTheLaws:
    """The same number of days ends elsewhere under another law."""

    def test_count_working_days_where_they_say_so(self) -> None:
        ends = {law: reckon_under(law, 10, start=FRIDAY, calendar=OF_2026).due_on for law in Law}
        assert ends == {
            Law.PENALTY: date(2026, 11, 30),
            Law.COERCION: date(2026, 12, 4),
            Law.RECONSIDERATION: date(2026, 12, 4),
            Law.PUBLICITY: date(2026, 12, 4),
        }

    def test_are_cited(self) -> None:
        with translation.override("en"):
            found = reckon_under(Law.PENALTY, 5, start=FRIDAY, calendar=OF_2026)
            assert str(found.citation) == "Administrative Penalty Law, Art. 85"

    @given(law=st.sampled_from(Law), days=st.integers(1, 30), start=days_of_the_years, calendar=calendars())
    def test_say_what_a_day_is(self, law: Law, days: int, start: date, calendar: WorkCalendar) -> None:
        period = period_under(law, days)
        found = reckon_under(law, days, start=start, calendar=calendar)
        assert found.unit == period.unit
        assert found.due_on == reckoning_oracle.last_day(
            days, working=period.unit == Unit.WORKING, start=start, calendar=calendar
        )


class TestAMissingYear:
    def test_is_named_and_nothing_is_guessed(self) -> None:
        with pytest.raises(MissingYear, match="2027"):
            reckon(Period(40, Unit.WORKING), start=FRIDAY, calendar=OF_2026)
        with pytest.raises(MissingYear, match="2027"):
            reckon(Period(90, Unit.CALENDAR), start=FRIDAY, calendar=OF_2026)

    def test_leaves_the_organ_the_earliest_day_it_could_be(self) -> None:
        found = reckon_for_now(Period(90, Unit.CALENDAR), start=FRIDAY, calendar=OF_2026)
        assert (found.due_on, found.unsure_of) == (date(2027, 2, 18), 2027)

    @given(
        start=st.dates(date(2026, 10, 10), date(2026, 12, 31)),
        calendar=calendars(),
        days=st.integers(60, 120),
    )
    def test_never_gives_the_organ_a_later_day_than_the_year_will(
        self, start: date, calendar: WorkCalendar, days: int
    ) -> None:
        period = Period(days, Unit.CALENDAR)
        without = WorkCalendar(calendar.off, calendar.makeup, calendar.years - {2027, 2028})
        for_now = reckon_for_now(period, start=start, calendar=without).due_on
        entered = reckon(period, start=start, calendar=calendar).due_on
        assert for_now
        assert entered
        assert for_now <= entered

    def test_is_not_made_up_for_working_days(self) -> None:
        with pytest.raises(MissingYear):
            reckon_for_now(Period(40, Unit.WORKING), start=FRIDAY, calendar=OF_2026)


class TestMidnightInShanghai:
    """The day of an act is the day on the wall of the office, whatever the clock of the machine says."""

    @given(st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)))  # noqa: DTZ001 - made aware below
    def test_decides_the_day_of_the_start(self, wall: datetime) -> None:
        at = wall.replace(tzinfo=ZoneInfo("Asia/Shanghai")).astimezone(ZoneInfo("UTC"))
        assert timezone.localdate(at) == wall.date()

    def test_parts_two_deadlines(self) -> None:
        eve = datetime(2026, 11, 19, 15, 59, 59, tzinfo=ZoneInfo("UTC"))
        midnight = eve + timedelta(seconds=1)
        ends = [
            reckon(Period(5, Unit.WORKING), start=timezone.localdate(at), calendar=OF_2026).due_on
            for at in (eve, midnight)
        ]
        assert ends == [date(2026, 11, 26), date(2026, 11, 27)]


class TestTheExplanation:
    """Who reads it can count along."""

    def test_names_start_first_day_weekends_and_last_day(self) -> None:
        with translation.override("en"):
            texts = reckon_under(Law.PENALTY, 5, start=FRIDAY, calendar=OF_2026).texts
        assert len(texts) == 4
        assert "day of the start" in texts[0]
        assert "weekend" in texts[1]
        assert "first day" in texts[2]
        assert "is day 5" in texts[3]

    def test_names_holidays_make_up_days_stops_and_a_moved_end(self) -> None:
        stop = Stop(date(2026, 9, 29), date(2026, 9, 30), "hearing")
        with translation.override("en"):
            worked = reckon(Period(7, Unit.WORKING), start=date(2026, 9, 25), calendar=OF_2026, stops=[stop])
            moved = reckon(Period(6, Unit.CALENDAR), start=date(2026, 9, 27), calendar=OF_2026)
            told, last = " ".join(worked.texts), moved.texts[-1]
        assert "holiday, not counted" in told
        assert "make-up workday, counted" in told
        assert "hearing, 2 days not counted" in told
        assert "the period ends on" in last

    @given(
        start=days_of_the_years, calendar=calendars(), days=st.integers(1, 90), unit=st.sampled_from(Unit),
        spans=stopped_spans,
    )  # fmt: skip
    def test_accounts_for_every_day_between_start_and_end(
        self, start: date, calendar: WorkCalendar, days: int, unit: Unit, spans: list[tuple[date, date]]
    ) -> None:
        """Days counted plus days that a sentence leaves out are all the days there are."""
        found = reckon_strictly(Period(days, unit), start=start, calendar=calendar, stops=stops_of(spans))
        left_out = sum(
            (step.last - step.first).days + 1
            for step in found.steps
            if step.first
            and step.last
            and "%(days)s" in str(step.template)
            and "make-up" not in _english(step)
        )
        assert found.due_on
        assert (found.due_on - start).days == days + left_out


def _english(step: object) -> str:
    with translation.override("en"):
        return str(step.template)  # type: ignore[attr-defined]
