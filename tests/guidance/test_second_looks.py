"""After the day of an exhortation somebody looks again, soon; who does not is reminded, then others (Art. 8 (6))."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from enforcement.models import Notification
from foundation.due import state_of, sweep
from foundation.vocabulary import DueState
from guidance.models import GuidanceAction
from guidance.services import conclude_guidance, record_progress
from guidance.vocabulary import Way
from tests.city import NOON, City
from tests.guidance.drafts import DETAILS, issued

pytestmark = pytest.mark.article("8.6")
SignIn = Callable[[str], Client]
DAY = timedelta(days=1)
CORRECT_BY = date(2026, 11, 27)  # a Friday
LOOK_BY = date(2026, 12, 2)  # the third working day after it
SEEN = NOON + 8 * DAY


def exhorted(city: City, **detail: Any) -> GuidanceAction:
    return issued(city, Way.EXHORT, detail={**DETAILS[Way.EXHORT], **detail})


def look(city: City, action: GuidanceAction, result: str, **more: Any) -> GuidanceAction:
    seen = {"rechecked_on": SEEN.date(), "recheck_result": result, **more}
    return record_progress(action.pk, by=city.actor("officer"), at=SEEN, detail=seen)


def told(kind: str) -> list[str]:
    rows = Notification.objects.filter(kind=kind).order_by("officer__username")
    return list(rows.values_list("officer__username", flat=True))


def pending(action: GuidanceAction) -> list[str]:
    kinds = ("guidance:second_look", "guidance:second_look_head", "guidance:second_look_late")
    thing = f"guidance:{action.pk}"
    return [k for k in kinds for row in state_of(kind=k, thing=thing) if row["state"] == DueState.PENDING]


class TestASecondLook:
    def test_is_due_within_three_working_days_after_the_day_of_correction(self, city: City) -> None:
        assert exhorted(city).exhort.recheck_by == LOOK_BY

    def test_is_due_though_the_matter_was_to_be_put_right_on_the_spot(self, city: City) -> None:
        assert exhorted(city, correct_by=None).exhort.recheck_by == date(2026, 11, 25)

    def test_follows_the_length_that_the_city_set(self, city: City, settings: Any) -> None:
        settings.GUIDANCE_RECHECK_DAYS = 5
        assert exhorted(city).exhort.recheck_by == date(2026, 12, 4)

    def test_is_due_also_in_a_year_whose_holidays_nobody_knows(self, city: City) -> None:
        assert exhorted(city, correct_by=date(2029, 6, 1)).exhort.recheck_by == date(2029, 6, 4)

    def test_is_called_to_mind_when_the_day_is_over_then_to_the_head_then_to_the_supervisor(
        self, city: City
    ) -> None:
        exhorted(city)
        sweep(at=NOON + 7 * DAY)
        assert told("guidance:second_look") == []
        sweep(at=NOON + 8 * DAY)
        assert told("guidance:second_look") == ["officer", "officer2"]
        assert told("guidance:second_look_head") == []
        sweep(at=NOON + 12 * DAY)
        assert told("guidance:second_look_head") == ["head"]
        assert told("guidance:second_look_late") == []
        sweep(at=NOON + 13 * DAY)
        assert told("guidance:second_look_late") == ["supervisor"]

    def test_that_was_held_is_not_called_to_mind(self, city: City) -> None:
        action = look(city, exhorted(city), "corrected")
        assert action.exhort.recheck_by is None
        assert pending(action) == []
        sweep(at=NOON + 30 * DAY)
        assert told("guidance:second_look_head") == []

    def test_of_concluded_guidance_is_nobodys_task(self, city: City) -> None:
        action = exhorted(city)
        conclude_guidance(
            action.pk, by=city.actor("officer"), at=NOON + DAY, effect="partly", effect_note="多数已改"
        )
        sweep(at=NOON + 30 * DAY)
        assert Notification.objects.filter(kind__startswith="guidance:second_look").count() == 0


class TestAFurtherLook:
    def test_is_appointed_when_something_is_left(self, city: City) -> None:
        action = look(city, exhorted(city), "partly", recheck_by=date(2026, 12, 9))
        assert (action.exhort.recheck_result, action.exhort.recheck_by) == ("partly", date(2026, 12, 9))
        assert len(pending(action)) == 3
        sweep(at=SEEN)
        assert told("guidance:second_look") == ["officer", "officer2"]

    def test_is_not_appointed_for_what_was_corrected(self, city: City) -> None:
        with pytest.raises(ValidationError) as wrong:
            look(city, exhorted(city), "corrected", recheck_by=date(2026, 12, 9))
        assert list(wrong.value.message_dict) == ["recheck_by"]

    def test_comes_after_the_look(self, city: City) -> None:
        with pytest.raises(ValidationError):
            look(city, exhorted(city), "not_corrected", recheck_by=SEEN.date())


class TestThePages:
    def now(self, city: City) -> GuidanceAction:
        detail = {**DETAILS[Way.EXHORT], "correct_by": timezone.localdate()}
        return issued(city, Way.EXHORT, at=timezone.now(), detail=detail)

    def test_show_it_today_until_it_is_recorded(self, city: City, as_user: SignIn) -> None:
        action, client = self.now(city), as_user("officer")
        assert "second look by" in client.get("/").content.decode()
        url = f"/guidance/{action.pk}/do/record/"
        form = client.get(url).context["form"]
        assert form["rechecked_on"].value() == timezone.localdate()
        assert not form["recheck_by"].value()
        sent = {"rechecked_on": timezone.localdate().isoformat(), "recheck_result": "corrected"}
        assert client.post(url, {**sent, "expected_version": action.version}).status_code == 302
        assert "second look by" not in client.get("/").content.decode()

    def test_say_what_comes_next_when_it_was_not_corrected(self, city: City, as_user: SignIn) -> None:
        action = look(city, exhorted(city), "not_corrected")
        page = as_user("officer").get(f"/guidance/{action.pk}/").content.decode()
        assert f"/guidance/new/interview/?counterpart={action.counterpart_id}" in page
        assert f"/cases/new/?counterpart={action.counterpart_id}" in page
        assert (
            "/guidance/new/interview/"
            not in as_user("supervisor").get(f"/guidance/{action.pk}/").content.decode()
        )
