"""Who holds a licence is reminded before it expires, by itself; a call follows (Art. 8 (3))."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from desk.reports.reminders import reminder_tasks, reminders_of
from enforcement.models import Holiday, HolidayYear
from enforcement.services.counterparts import edit_licence
from foundation.due import sweep
from foundation.models import DueItem
from foundation.obstacles import Forbidden, Refused
from foundation.vocabulary import DueState
from guidance.models import ExpiryCall, ExpiryRule, GuidanceAction
from guidance.services.expiry import change_rule, follow_licence, follow_licences, record_call, set_rule
from guidance.vocabulary import CallState, GuidanceState
from tests.city import NOON, City, a_counterpart
from tests.guidance.conftest import SignIn
from tests.guidance.tip_groups import a_licence

pytestmark = [pytest.mark.django_db, pytest.mark.article("8.3")]
ENDS = date(2027, 1, 8)  # a Friday
FIRST, SECOND, CALL = date(2026, 12, 9), date(2027, 1, 1), date(2027, 1, 5)


def a_rule(city: City, **values: Any) -> ExpiryRule:
    given = {
        "organ": city.places.organs["SD11"],
        "officer": city.people["officer"],
        "field": city.places.fields["market"],
        **values,
    }
    return set_rule(by=city.actor("orgadmin"), at=NOON, **given)


@pytest.fixture
def licence(city: City) -> Any:
    a_rule(city)
    found = a_licence(city, a_counterpart(city), ENDS)
    follow_licence(found.pk, at=NOON)
    return found


def nine(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(9)))


def due_days() -> list[date]:
    items = DueItem.objects.filter(kind__startswith="licence:", state=DueState.PENDING).order_by("due_at")
    return [timezone.localdate(item.due_at) for item in items]


class TestTheDays:
    def test_are_thirty_and_seven_before_and_the_call_three_before(self, licence: Any) -> None:
        assert due_days() == [FIRST, working(SECOND), CALL]

    def test_that_are_off_move_to_the_next_working_day(self, city: City) -> None:
        a_rule(city, first_days=27)
        follow_licence(a_licence(city, a_counterpart(city), ENDS).pk, at=NOON)
        assert due_days()[0] == date(2026, 12, 14)  # the twelfth is a Saturday

    def test_that_are_over_are_not_made_up_for_but_the_call_is(self, city: City) -> None:
        a_rule(city)
        follow_licence(a_licence(city, a_counterpart(city), NOON.date() + timedelta(days=2)).pk, at=NOON)
        assert due_days() == [NOON.date()]

    def test_are_the_organs_own_setting(self, city: City) -> None:
        a_rule(city, first_days=14, second_days=4, call_days=1)
        follow_licence(a_licence(city, a_counterpart(city), date(2026, 12, 18)).pk, at=NOON)
        assert due_days() == [date(2026, 12, 4), date(2026, 12, 14), date(2026, 12, 17)]

    def test_are_planned_once_by_hint_and_by_clock(self, licence: Any) -> None:
        before = due_days()
        follow_licence(licence.pk, at=NOON)
        follow_licences(at=nine(FIRST - timedelta(days=1)))
        assert due_days() == before

    def test_are_found_by_the_clock_alone(self, city: City) -> None:
        a_rule(city)
        a_licence(city, a_counterpart(city), ENDS)
        assert follow_licences(at=NOON) == 0  # nothing is near
        assert follow_licences(at=nine(FIRST - timedelta(days=1))) == 1
        assert due_days()[0] == FIRST


def working(day: date) -> date:
    """As the arrangement of that year was entered."""
    if not HolidayYear.objects.filter(year=day.year).exists():
        return day
    off = set(Holiday.objects.filter(is_off=True).values_list("day", flat=True))
    while day in off or day.weekday() > 4:
        day += timedelta(days=1)
    return day


class TestATipByRule:
    def test_goes_out_on_its_day_and_once(self, licence: Any, city: City) -> None:
        for _again in range(2):
            sweep(at=nine(FIRST))
        action = GuidanceAction.objects.get()
        assert (action.way, action.state, action.trigger) == ("tip", GuidanceState.ISSUED, "expiry")
        assert (action.detail.licence_id, action.detail.due_on) == (licence.pk, ENDS)
        assert "2027年1月8日" in action.content
        assert action.drafted_by == city.people["officer"]
        assert action.deliveries.get().channel == "printed"
        follow_licences(at=nine(FIRST))
        sweep(at=nine(FIRST) + timedelta(hours=1))
        assert GuidanceAction.objects.count() == 1

    def test_does_not_go_out_when_the_rule_is_off_or_the_licence_was_renewed(
        self, licence: Any, city: City
    ) -> None:
        rule = ExpiryRule.objects.get()
        change_rule(rule.pk, by=city.actor("orgadmin"), at=NOON, is_on=False)
        sweep(at=nine(FIRST))
        change_rule(rule.pk, by=city.actor("orgadmin"), at=NOON, is_on=True)
        edit_licence(licence.pk, by=city.actor("officer"), at=NOON, expires_on=date(2032, 1, 8))
        sweep(at=nine(date(2027, 1, 6)))
        assert not GuidanceAction.objects.exists()
        assert not ExpiryCall.objects.exists()

    def test_reaches_only_whom_the_organ_registered(self, city: City) -> None:
        a_rule(city)
        theirs = a_counterpart(city, by="officer_north", name="北方店")
        follow_licence(a_licence_of_north(city, theirs).pk, at=NOON)
        assert due_days() == []


def a_licence_of_north(city: City, shop: Any) -> Any:
    return a_licence(city, shop, ENDS, by="officer_north")


class TestACall:
    @pytest.fixture
    def call(self, licence: Any) -> ExpiryCall:
        sweep(at=nine(CALL))
        return ExpiryCall.objects.get()

    def test_stands_on_the_list_of_the_organ_and_on_today(
        self, call: ExpiryCall, city: City, as_user: SignIn
    ) -> None:
        assert (call.state, call.expires_on) == (CallState.OPEN, ENDS)
        page = as_user("officer2").get("/calls/").content.decode()
        assert "甲一示例食品店" in page
        assert "甲一示例食品店" not in as_user("officer_north").get("/calls/").content.decode()
        (task,) = reminder_tasks(reminders_of(city.actor("officer2"), CALL))
        assert (task.url, task.due_on) == (call.get_absolute_url(), ENDS)
        assert reminders_of(city.actor("officer_north"), CALL) == []

    def test_is_recorded_once(self, call: ExpiryCall, city: City) -> None:
        done = record_call(
            call.pk, by=city.actor("officer2"), at=nine(CALL), outcome="renewing", note="周五去办"
        )
        assert (done.state, done.called_by_id) == (CallState.DONE, city.people["officer2"].pk)
        with pytest.raises(Refused):
            record_call(call.pk, by=city.actor("officer"), at=nine(CALL), outcome="not_reached")
        with pytest.raises(ExpiryCall.DoesNotExist):
            record_call(call.pk, by=city.actor("officer_north"), at=nine(CALL), outcome="renewing")

    def test_is_made_by_page_and_by_the_api(self, call: ExpiryCall, as_user: SignIn) -> None:
        browser = as_user("officer")
        assert browser.get(call.get_absolute_url()).status_code == 200
        assert browser.get(f"/calls/{call.pk}/do/record/").status_code == 200
        etag = browser.get(f"/api/v1/expiry-calls/{call.pk}/")["ETag"]
        done = browser.post(
            f"/api/v1/expiry-calls/{call.pk}/transitions/record/", {"outcome": "not_reached"},
            content_type="application/json", headers={"If-Match": etag},
        )  # fmt: skip
        assert done.json()["state"] == "done"


class TestARenewal:
    def test_concludes_the_tip_as_settled_and_the_call_as_not_needed(self, licence: Any, city: City) -> None:
        for day in (FIRST, CALL):
            sweep(at=nine(day))
        edit_licence(licence.pk, by=city.actor("officer"), at=nine(CALL), expires_on=date(2032, 1, 8))
        follow_licence(licence.pk, at=nine(CALL))
        assert set(GuidanceAction.objects.values_list("state", "effect")) == {("concluded", "effective")}
        assert {action.detail.handled_on for action in GuidanceAction.objects.all()} == {CALL}
        assert ExpiryCall.objects.get().state == CallState.SETTLED

    def test_by_a_new_licence_of_the_same_name_does_too(self, licence: Any, city: City) -> None:
        sweep(at=nine(FIRST))
        new = a_licence(city, licence.counterpart, date(2032, 1, 8), name=licence.name)
        follow_licence(new.pk, at=nine(FIRST))
        assert GuidanceAction.objects.get().state == GuidanceState.CONCLUDED

    def test_is_seen_by_the_clock_when_the_hint_was_lost(self, licence: Any, city: City) -> None:
        sweep(at=nine(FIRST))
        edit_licence(licence.pk, by=city.actor("officer"), at=nine(FIRST), expires_on=date(2032, 1, 8))
        follow_licences(at=nine(FIRST))
        assert GuidanceAction.objects.get().state == GuidanceState.CONCLUDED


class TestTheRule:
    def test_is_kept_by_the_administrators_of_the_organ(self, city: City) -> None:
        with pytest.raises(Forbidden):
            set_rule(by=city.actor("officer"), at=NOON, organ=city.places.organs["SD11"])
        rule = a_rule(city)
        assert rule.days == (30, 7, 3)

    def test_names_an_officer_and_a_field_of_the_organ_and_days_in_order(self, city: City) -> None:
        wrong = {
            "officer": city.people["officer_north"],
            "field": city.places.fields["transport"],
            "content": "{fine}",
            "first_days": 5,
        }
        with pytest.raises(ValidationError) as refused:
            a_rule(city, **wrong)
        assert set(refused.value.message_dict) == set(wrong)

    def test_is_set_in_the_administration(self, city: City, as_user: SignIn) -> None:
        rule = a_rule(city)
        browser = as_user("orgadmin")
        assert browser.get("/admin/guidance/expiryrule/").status_code == 200
        page = browser.get(f"/admin/guidance/expiryrule/{rule.pk}/change/")
        assert page.status_code == 200
        assert as_user("officer").get("/admin/guidance/expiryrule/").status_code in {302, 403}
