"""That nobody answered is noted when its day is over, and leads to nothing (Art. 8)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from enforcement.models import Notification
from foundation.actors import ANONYMOUS
from foundation.due import sweep
from foundation.models import AuditEntry
from guidance.models import GuidanceAction
from guidance.services import acknowledge_guidance, ask_in_writing, record_progress
from guidance.services.links import reply_by_link
from guidance.vocabulary import Way
from tests.city import NOON, City
from tests.guidance.drafts import issued

pytestmark = pytest.mark.article("8")
DAY = timedelta(days=1)
ASKED = date(2026, 11, 24)
OVER = NOON + 5 * DAY


def asked(city: City, way: str = Way.TIP, **values: Any) -> GuidanceAction:
    return issued(city, way, reply_by=ASKED, **values)


def response(action: GuidanceAction, at: Any = OVER) -> str:
    sweep(at=at)
    action.refresh_from_db()
    return action.response


def said(action: GuidanceAction, kind: str, *, at: Any, text: str = "") -> None:
    reply_by_link(by=ANONYMOUS, at=at, link=action.links.get(), kind=kind, text=text)


class TestSilence:
    def test_is_noted_when_the_day_is_over_and_not_before(self, city: City) -> None:
        action = asked(city)
        assert response(action, NOON + 4 * DAY) == ""
        assert response(action) == "silent"
        entry = AuditEntry.objects.get(action="guidance:note_silence")
        assert entry.actor_name != ""

    def test_changes_nothing_else_and_is_told_to_nobody(self, city: City) -> None:
        action = asked(city)
        told = Notification.objects.count()
        assert response(action) == "silent"
        assert (action.state, action.responded_on, action.concluded_on) == ("issued", None, None)
        assert Notification.objects.count() == told

    def test_is_not_noted_where_nobody_was_asked_for_an_answer(self, city: City) -> None:
        assert response(issued(city, Way.TIP), NOON + 90 * DAY) == ""
        assert response(issued(city, Way.GUIDE, reply_by=ASKED), NOON + 3 * DAY) == ""

    def test_is_not_noted_of_who_answered(self, city: City) -> None:
        action = asked(city)
        acknowledge_guidance(action.pk, by=city.actor("officer"), at=NOON)
        assert response(action) == "acknowledged"

    def test_is_not_noted_of_who_was_heard_in_another_way(self, city: City) -> None:
        wrote, wished, met = asked(city), asked(city), asked(city, Way.COUNSEL)
        said(wrote, "message", at=NOON + DAY, text="价签已经补齐")
        ask_in_writing(wished.pk, by=city.actor("officer"), at=NOON)
        held = {"held_on": NOON.date(), "answer": "按件标明"}
        record_progress(met.pk, by=city.actor("officer"), at=NOON, detail=held)
        assert [response(one) for one in (wrote, wished, met)] == ["", "", ""]

    def test_ends_with_the_first_word(self, city: City) -> None:
        late, wished, agreed = (asked(city) for _n in range(3))
        assert {response(one) for one in (late, wished, agreed)} == {"silent"}
        said(late, "message", at=OVER, text="刚刚看到")
        ask_in_writing(wished.pk, by=city.actor("officer"), at=OVER)
        said(agreed, "acknowledge", at=OVER)
        assert [response(one) for one in (late, wished, agreed)] == ["", "", "acknowledged"]

    def test_is_noted_once_however_often_the_clock_comes_by(self, city: City) -> None:
        action = asked(city)
        for hours in range(3):
            sweep(at=OVER + timedelta(hours=hours))
        action.refresh_from_db()
        assert action.response == "silent"
        assert AuditEntry.objects.filter(action="guidance:note_silence").count() == 1
