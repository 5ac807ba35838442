"""An officer's deadlines by a secret link: numbers and days, for the owner alone, until it is ended (Art. 4, 6)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from enforcement.models import CalendarFeed
from enforcement.services.feeds import make_feed, reader_of, revoke_feed
from enforcement.services.officers import deactivate_officer
from foundation.actors import COMMAND
from foundation.models import AuditEntry
from tests.city import NOON, City, a_filed_case

NAME = "甲一示例食品店"


def feed_of(secret: str) -> Calendar:
    answer = Client().get(reverse("calendar_feed", args=[secret]))
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/calendar")
    return Calendar.from_ical(answer.content)


def test_holds_the_days_of_the_officers_own_cases(city: City) -> None:
    case = a_filed_case(city)
    _feed, secret = make_feed(by=city.actor("officer"), at=NOON)
    (event,) = feed_of(secret).walk("VEVENT")
    assert event["DTSTART"].dt == case.deadline_on
    assert not isinstance(event["DTSTART"].dt, datetime)
    assert case.number in event["SUMMARY"]
    assert event["URL"].endswith(case.get_absolute_url())


def test_names_no_person(city: City) -> None:
    a_filed_case(city)
    _feed, secret = make_feed(by=city.actor("officer"), at=NOON)
    answer = Client().get(reverse("calendar_feed", args=[secret]))
    assert NAME not in answer.content.decode().replace("\r\n ", "")


def test_holds_nothing_of_others(city: City) -> None:
    a_filed_case(city)
    _feed, secret = make_feed(by=city.actor("officer_north"), at=NOON)
    assert feed_of(secret).walk("VEVENT") == []


def test_keeps_the_key_of_an_entry_when_its_day_moves(city: City) -> None:
    a_filed_case(city)
    _feed, secret = make_feed(by=city.actor("officer"), at=NOON)
    keys = {str(feed_of(secret).walk("VEVENT")[0]["UID"]) for _again in range(2)}
    assert len(keys) == 1


def test_link_that_was_made_anew_ends_the_old(city: City) -> None:
    _feed, old = make_feed(by=city.actor("officer"), at=NOON)
    _feed, new = make_feed(by=city.actor("officer"), at=NOON)
    assert reader_of(old) is None
    assert reader_of(new) == city.people["officer"]
    assert CalendarFeed.objects.count() == 1


def test_link_that_was_ended_leads_nowhere(city: City) -> None:
    _feed, secret = make_feed(by=city.actor("officer"), at=NOON)
    revoke_feed(by=city.actor("officer"), at=NOON)
    assert Client().get(reverse("calendar_feed", args=[secret])).status_code == 404


def test_link_of_a_closed_account_leads_nowhere(city: City) -> None:
    _feed, secret = make_feed(by=city.actor("officer"), at=NOON)
    deactivate_officer(city.people["officer"].pk, by=COMMAND, at=NOON, why="退休")
    assert Client().get(reverse("calendar_feed", args=[secret])).status_code == 404


def test_is_stored_as_a_digest(city: City) -> None:
    feed, secret = make_feed(by=city.actor("officer"), at=NOON)
    assert secret not in (feed.digest, *CalendarFeed.objects.values_list("digest", flat=True))


@pytest.mark.parametrize("secret", ["x", "a" * 43, "%00", "用", "a" * 3000])
def test_guess_leads_nowhere(city: City, secret: str) -> None:
    assert Client().get(f"/calendar/{secret}.ics").status_code in {400, 404}


class TestTheAccountPage:
    def test_makes_shows_once_and_ends_the_link(self, city: City, as_user: Callable[[str], Client]) -> None:
        client = as_user("officer")
        page = client.post(reverse("account_calendar"))
        link = page.context["page"]["link"]
        assert link in page.content.decode()
        assert page["Cache-Control"] == "no-store"
        path = link.removeprefix("http://testserver")
        assert Client().get(path).status_code == 200
        assert link not in client.get(reverse("account")).content.decode()
        client.post(reverse("account_calendar_end"))
        assert Client().get(path).status_code == 404

    def test_leaves_a_trace_in_the_record(self, city: City) -> None:
        make_feed(by=city.actor("officer"), at=NOON)
        revoke_feed(by=city.actor("officer"), at=NOON)
        actions = AuditEntry.objects.filter(action__startswith="feed:").order_by("id")
        assert list(actions.values_list("action", flat=True)) == ["feed:make", "feed:revoke"]
