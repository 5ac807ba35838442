"""Inspections and coercion among the duties of the day, on Today and in the calendar (Art. 4, 6, 10 (2))."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from desk.reports.coercion import coercion_of
from desk.reports.duties import Duties, duties_of
from desk.reports.inspections import inspection_tasks
from desk.reports.tasks import coercion_tasks
from enforcement.services.feeds import make_feed
from tests.city import NOON, City, a_counterpart, a_filed_case
from tests.enforcement.coercion_course import DAY, applied, demanded, urgent
from tests.enforcement.inspection_course import TOMORROW, begun, concluded, planned


def events(city: City, username: str) -> list[tuple[str, object]]:
    _feed, secret = make_feed(by=city.actor(username), at=NOON)
    answer = Client().get(reverse("calendar_feed", args=[secret]))
    calendar = Calendar.from_ical(answer.content)
    return [(str(event["SUMMARY"]), event["DTSTART"].dt) for event in calendar.walk("VEVENT")]


def test_planned_visits_stand_on_their_day_for_who_goes(city: City) -> None:
    row = planned(city)
    [task] = inspection_tasks(city.actor("officer2"))
    assert (task.number, task.due_on) == (row.number, TOMORROW.date())
    assert list(inspection_tasks(city.actor("south3"))) == []
    assert list(inspection_tasks(city.actor("supervisor"))) == []


def test_a_visit_that_began_is_to_be_concluded(city: City) -> None:
    begun(city)
    [task] = inspection_tasks(city.actor("officer"))
    assert str(task.what) == "检查待结束，开始于"


def test_what_was_concluded_is_no_duty(city: City) -> None:
    concluded(city)
    assert list(inspection_tasks(city.actor("officer"))) == []


def test_who_has_no_duties_is_not_asked_for_them(city: City) -> None:
    planned(city)
    a_filed_case(city, handlers=("south3", "south4"), counterpart=a_counterpart(city, name="乙二示例店"))
    assert duties_of(city.actor("officer"), NOON.date()) == Duties(handles=False, inspects=True)
    assert duties_of(city.actor("south3"), NOON.date()) == Duties(handles=True, inspects=False)
    assert duties_of(city.actor("head"), NOON.date()) == Duties()


def test_today_shows_the_visit(city: City, as_user: Callable[[str], Client]) -> None:
    row = planned(city, planned_at=timezone.now() + DAY, at=timezone.now())
    assert row.number in as_user("officer").get("/").content.decode()


def test_handlers_watch_the_day_by_which_urgency_must_be_approved(city: City) -> None:
    measure = urgent(city)
    assert measure.expires_on is not None
    days = {task.due_on for task in coercion_tasks(coercion_of(city.actor("officer")))}
    assert days == {(NOON + DAY).date(), measure.expires_on}


def test_handlers_watch_the_time_to_perform_after_a_demand(city: City) -> None:
    measure = demanded(city)
    [task] = coercion_tasks(coercion_of(city.actor("officer")))
    assert task.due_on == measure.execution.demand_until


def test_the_calendar_holds_terms_and_visits_and_names_nobody(city: City) -> None:
    measure, visit = applied(city), planned(city, counterpart=a_counterpart(city, name="乙二示例店"))
    found = dict(events(city, "officer2"))
    assert measure.expires_on in found.values()
    [told] = [summary for summary, day in found.items() if day == TOMORROW.date()]
    assert visit.number in told
    assert "示例店" not in "".join(found)
    assert events(city, "officer_north") == []
