"""Interviews: announced in time, confirmed, moved or missed, attended by one or several (Art. 8 (7))."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError
from django.test import Client

from enforcement.models import Notification
from foundation.obstacles import Refused
from foundation.reasons import Reason
from foundation.record import audited
from guidance.models import Appointment, GuidanceAction
from guidance.services import interviews, issue_guidance, record_progress
from guidance.vocabulary import Way
from tests.city import NOON, City
from tests.guidance.drafts import DETAILS, a_draft, issued

pytestmark = pytest.mark.article("8.7")
SignIn = Callable[[str], Client]
FIRST = DETAILS[Way.INTERVIEW][
    "invited_for"
]  # Wednesday the 25th: the third working day after Friday the 20th
TUESDAY = FIRST - timedelta(days=1)
SECOND = datetime(2026, 12, 2, 9, tzinfo=NOON.tzinfo)
AFTER = FIRST + timedelta(hours=1)


def refused(act: Any, *args: Any, **kwargs: Any) -> list[str]:
    with pytest.raises(Refused) as found:
        act(*args, **kwargs)
    return [o.code for o in found.value.obstacles]


def move(city: City, action: GuidanceAction, **values: Any) -> GuidanceAction:
    given = {"invited_for": SECOND, "place": "本局一楼", "reason": "对方出差", **values}
    return interviews.move_interview(action.pk, by=city.actor("officer"), at=NOON, **given)


def outcomes(action: GuidanceAction) -> list[str]:
    return list(action.appointments.values_list("outcome", flat=True))


class TestTheNotice:
    def test_comes_three_working_days_before(self, city: City) -> None:
        assert issued(city, Way.INTERVIEW).appointments.get().invited_for == FIRST

    def test_that_is_shorter_needs_a_coded_reason(self, city: City) -> None:
        detail = {**DETAILS[Way.INTERVIEW], "invited_for": TUESDAY}
        draft = a_draft(city, Way.INTERVIEW, detail=detail, formality="simple")
        given = {"by": city.actor("officer"), "at": NOON, "voluntariness_shown": True}
        assert refused(issue_guidance, draft.pk, **given) == ["GUI-61", "GUI-23"]
        why = {code: Reason("隐患可能扩大", "public_safety") for code in ("GUI-61", "GUI-23")}
        assert issue_guidance(draft.pk, **given, overrides=why).state == "issued"


class TestTheAppointment:
    def test_is_confirmed(self, city: City) -> None:
        action = issued(city, Way.INTERVIEW)
        interviews.confirm_appointment(action.pk, by=city.actor("officer"), at=NOON)
        assert outcomes(action) == ["confirmed"]

    def test_is_moved_and_the_notice_stays_as_served(self, city: City) -> None:
        action = move(city, issued(city, Way.INTERVIEW))
        assert (outcomes(action), action.interview.invited_for) == (["moved", ""], FIRST)
        assert action.appointments.last().place == "本局一楼"

    def test_is_not_moved_to_tomorrow_without_a_reason(self, city: City) -> None:
        action = issued(city, Way.INTERVIEW)
        assert refused(move, city, action, invited_for=TUESDAY) == ["GUI-61"]
        assert outcomes(action) == [""]

    def test_is_not_moved_once_it_was_held(self, city: City) -> None:
        action, officer = issued(city, Way.INTERVIEW), city.actor("officer")
        held = {"held_at": AFTER, "interviewers": "二人", "present": "店主", "minutes": "商定整改"}
        record_progress(action.pk, by=officer, at=SECOND, detail=held)
        assert refused(move, city, action) == ["guidance:wrong_state"]

    def test_stands_once_at_a_time(self, city: City) -> None:
        action = issued(city, Way.INTERVIEW)
        with pytest.raises(IntegrityError, match=r"appointment_one_at_a_time|appointment\.action_id"):
            again(city, action)

    def test_is_not_missed_before_its_hour(self, city: City) -> None:
        action, officer = issued(city, Way.INTERVIEW), city.actor("officer")
        assert refused(interviews.note_absence, action.pk, by=officer, at=NOON) == ["guidance:wrong_state"]

    def test_that_was_missed_twice_goes_to_the_head_and_has_no_other_consequence(self, city: City) -> None:
        action, officer = issued(city, Way.INTERVIEW), city.actor("officer")
        interviews.note_absence(action.pk, by=officer, at=AFTER)
        assert not Notification.objects.filter(kind="guidance:absent").exists()
        interviews.move_interview(
            action.pk, by=officer, at=AFTER, invited_for=SECOND, place="本局一楼", reason="再约"
        )
        missed = interviews.note_absence(action.pk, by=officer, at=SECOND + timedelta(hours=1))
        told = Notification.objects.get(kind="guidance:absent")
        assert (told.officer.username, missed.state, outcomes(action)) == (
            "head",
            "issued",
            ["absent", "absent"],
        )

    def test_belongs_to_interviews_alone(self, city: City) -> None:
        tip = issued(city, Way.TIP)
        assert refused(move, city, tip) == ["guidance:wrong_state"]


def again(city: City, action: GuidanceAction) -> None:
    """A second standing appointment, past the services' own care."""
    with audited("guidance:move_interview", by=city.actor("officer"), at=NOON):
        Appointment(action=action, invited_for=SECOND, place="x").save()


class TestAttendance:
    def test_names_several_where_it_is_collective(self, city: City) -> None:
        detail = {**DETAILS[Way.INTERVIEW], "gathering": "collective"}
        action, officer = issued(city, Way.INTERVIEW, detail=detail), city.actor("officer")
        came = {"by": officer, "at": AFTER, "capacity": "店主", "signature": "signed"}
        interviews.add_attendance(action.pk, name="甲某", **came)
        interviews.add_attendance(
            action.pk, **{**came, "signature": "refused"}, name="乙某", note="对表述有异议"
        )
        rows = list(action.attendance.values_list("name", "signature"))
        assert (rows, action.interview.gathering) == ([("甲某", "signed"), ("乙某", "refused")], "collective")

    def test_says_why_somebody_did_not_sign(self, city: City, as_user: SignIn) -> None:
        action = issued(city, Way.INTERVIEW)
        sent = {
            "name": "乙某",
            "capacity": "店主",
            "signature": "refused",
            "expected_version": action.version,
        }
        answer = as_user("officer").post(f"/guidance/{action.pk}/do/add_attendance/", sent)
        assert answer.status_code == 400

    def test_is_shown_with_the_appointments_and_in_the_api(self, city: City, as_user: SignIn) -> None:
        action, officer = issued(city, Way.INTERVIEW), city.actor("officer")
        interviews.add_attendance(
            action.pk, by=officer, at=AFTER, name="甲某", capacity="店主", signature="signed"
        )
        client = as_user("officer")
        assert "甲某" in client.get(f"/guidance/{action.pk}/interview/").content.decode()
        told = client.get(f"/api/v1/guidance-actions/{action.pk}/").json()
        assert [row["name"] for row in told["attendance"]] == ["甲某"]
        assert told["appointments"][0]["place"] == "本局二楼"
