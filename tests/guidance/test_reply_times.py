"""Another time that a counterpart proposes, accepted or refused (Art. 8 (7))."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from enforcement.models import Document
from enforcement.services.documents import issue_document
from guidance.models import (
    CounterpartReply,
    GuidanceAction,
)
from guidance.services.replies import accept_time, refuse_time, see_reply
from guidance.vocabulary import Way
from tests.city import NOON, City
from tests.guidance.answers import (
    DAY,
    SATURDAY_NIGHT,
    THURSDAY,
    codes_of,
    kept_free_at_night,
    link_of,
    said,
)
from tests.guidance.drafts import issued

pytestmark = [pytest.mark.django_db, pytest.mark.article("8"), pytest.mark.usefixtures("store")]
SignIn = Callable[[str], Client]


class TestAnotherTime:
    def meeting(self, city: City, **values: Any) -> GuidanceAction:
        return issued(city, Way.INTERVIEW, **values)

    def test_is_accepted_by_moving_the_appointment(self, city: City) -> None:
        meeting = self.meeting(city)
        reply = said(meeting, "time", proposed_for=THURSDAY, text="那天进货")
        done = accept_time(reply.pk, by=city.actor("officer"), at=NOON + timedelta(hours=1))
        rows = list(meeting.appointments.values_list("invited_for", "place", "outcome"))
        assert rows[0][2] == "moved"
        assert rows[1] == (THURSDAY, rows[0][1], "")
        assert (CounterpartReply.objects.get(pk=done.pk).outcome, meeting.successors.count()) == (
            "accepted",
            0,
        )

    def test_leaves_the_notice_that_was_served_as_it_was(self, city: City) -> None:
        meeting, officer = self.meeting(city), city.actor("officer")
        served = issue_document(meeting.pk, noun="guidance", by=officer, at=NOON, kind="guidance")
        before = meeting.interview.invited_for
        accept_time(said(meeting, "time", proposed_for=THURSDAY).pk, by=officer, at=NOON)
        meeting.refresh_from_db()
        assert (meeting.state, meeting.interview.invited_for) == ("issued", before)
        assert Document.objects.get(pk=served.pk).text == served.text

    @pytest.mark.rule("GUI-7")
    def test_is_announced_in_writing_as_the_first_was(self, city: City) -> None:
        meeting, officer = self.meeting(city), city.actor("officer")
        issue_document(meeting.pk, noun="guidance", by=officer, at=NOON, kind="guidance")
        accept_time(said(meeting, "time", proposed_for=THURSDAY).pk, by=officer, at=NOON)
        letter = Document.objects.about("guidance", meeting.pk).current().get()
        assert letter.edition == 2
        assert "11月26日" in letter.text

    def test_is_what_the_counterpart_reads_on_its_page(self, city: City, phone: Client) -> None:
        meeting = self.meeting(city, at=timezone.now())
        wanted = timezone.localtime(timezone.now() + 9 * DAY).replace(hour=10, minute=40)
        reply = said(meeting, "time", proposed_for=wanted, at=timezone.now())
        accept_time(reply.pk, by=city.actor("officer"), at=timezone.now())
        page = phone.get(link_of(meeting).get_absolute_url()).content.decode()
        assert page.count("10:40") > 1  # what was proposed, and what is appointed now

    def test_is_accepted_by_the_head_who_approved_too(self, city: City) -> None:
        reply = said(self.meeting(city), "time", proposed_for=THURSDAY)
        accept_time(reply.pk, by=city.actor("head"), at=NOON)
        assert CounterpartReply.objects.get(pk=reply.pk).outcome == "accepted"

    def test_is_refused_with_a_reason_that_the_counterpart_reads(self, city: City, phone: Client) -> None:
        old = self.meeting(city, at=timezone.now())
        wanted = datetime(2026, 12, 3, 10, 0, tzinfo=NOON.tzinfo)
        reply = said(old, "time", proposed_for=wanted, at=timezone.now())
        refuse_time(reply.pk, by=city.actor("officer"), at=timezone.now(), reason="当日全员培训")
        page = phone.get(link_of(old).get_absolute_url()).content.decode()
        assert "当日全员培训" in page
        old.refresh_from_db()
        assert old.state == "issued"

    @pytest.mark.parametrize(
        ("wanted", "code"),
        [
            (NOON - DAY, "reply:time"),
            (NOON + 61 * DAY, "reply:time"),
            (SATURDAY_NIGHT, "reply:hour"),
        ],
    )
    def test_is_one_at_which_interviews_are_held(self, city: City, wanted: datetime, code: str) -> None:
        kept_free_at_night(city)
        assert codes_of(said, self.meeting(city), "time", proposed_for=wanted) == [code]

    def test_is_proposed_once_at_a_time(self, city: City) -> None:
        meeting = self.meeting(city)
        first = said(meeting, "time", proposed_for=THURSDAY)
        again = THURSDAY + timedelta(hours=2)
        assert codes_of(said, meeting, "time", proposed_for=again) == ["reply:time_waits"]
        refuse_time(first.pk, by=city.actor("officer"), at=NOON, reason="已有安排")
        assert said(meeting, "time", proposed_for=again).proposed_for == again

    def test_needs_an_appointment(self, city: City) -> None:
        assert codes_of(said, issued(city, Way.TIP), "time", proposed_for=THURSDAY) == [
            "reply:no_appointment"
        ]

    def test_is_answered_once(self, city: City) -> None:
        reply = said(self.meeting(city), "time", proposed_for=THURSDAY)
        officer = city.actor("officer")
        assert codes_of(see_reply, reply.pk, by=officer, at=NOON) == ["reply:asks_for_time"]
        accept_time(reply.pk, by=officer, at=NOON)
        assert codes_of(refuse_time, reply.pk, by=officer, at=NOON, reason="x") == ["reply:answered"]

    def test_that_has_passed_is_not_accepted(self, city: City) -> None:
        reply = said(self.meeting(city), "time", proposed_for=THURSDAY)
        late = THURSDAY + timedelta(hours=1)
        assert codes_of(accept_time, reply.pk, by=city.actor("officer"), at=late) == ["reply:time_passed"]
