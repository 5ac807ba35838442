"""What was done at a forbidden time: reason, approving head, and eyes from above (Art. 4, 6)."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.test import Client

from enforcement.models import EmergencyOverride, Notification, TimeSignal
from enforcement.rules.emergencies import obstacles_to_late_record
from enforcement.services.forbidden_times import (
    edit_quiet_period,
    enter_night,
    enter_quiet_period,
    look_at_emergency,
    look_at_signal,
    note_time,
    record_emergency,
)
from enforcement.vocabulary import LookState
from foundation.actors import COMMAND
from foundation.obstacles import Forbidden, Refused, Severity
from foundation.record import audited
from tests.city import NOON, City

pytestmark = [pytest.mark.django_db, pytest.mark.article("6")]
NIGHT = datetime(2026, 11, 14, 23, 0, tzinfo=NOON.tzinfo)


def emergency(city: City, **values: Any) -> EmergencyOverride:
    given = {
        "act": "coercive_execution", "organ": city.people["officer"].organ, "acted_at": NIGHT, "thing": "case:1",
        "title": "示例执行", "reason": "危险品泄漏", "approver": city.people["head"], **values,
    }  # fmt: skip
    return record_emergency(by=city.actor("officer"), at=NOON, **given)


def signals(city: City, *, at: datetime = NOON, **values: Any) -> list[TimeSignal]:
    given = {
        "act": "coercive_execution", "organ": city.people["officer"].organ, "stated_at": NIGHT, "thing": "case:1",
        "title": "示例执行", **values,
    }  # fmt: skip
    with audited("case:edit", by=city.actor("officer"), at=at):
        return note_time(by=city.actor("officer"), at=at, **given)


class TestAnEmergency:
    def test_is_told_to_the_head_who_agreed(self, city: City) -> None:
        emergency(city)
        told = Notification.objects.filter(officer=city.people["head"], kind="time:emergency")
        assert told.count() == 1

    @pytest.mark.parametrize(
        ("values", "field"),
        [({"reason": "  "}, "urgent_reason"), ({"approver": None}, "approver")],
    )
    def test_needs_a_reason_and_a_head(self, city: City, values: dict[str, Any], field: str) -> None:
        with pytest.raises(Refused) as refused:
            emergency(city, **values)
        assert [o.field for o in refused.value.obstacles] == [field]

    @pytest.mark.parametrize("approver", ["officer", "officer2", "head_north"])
    def test_is_approved_by_no_one_but_another_head_of_the_organ(self, city: City, approver: str) -> None:
        with pytest.raises(Refused):
            emergency(city, approver=city.people[approver])

    def test_waits_until_somebody_above_has_looked(self, city: City) -> None:
        row = emergency(city)
        assert list(EmergencyOverride.objects.visible_to(city.actor("supervisor")).open()) == [row]
        seen = look_at_emergency(row.pk, by=city.actor("supervisor"), at=NOON, remark="理由充分")
        assert (seen.state, seen.seen_by, seen.remark) == (
            LookState.SEEN,
            city.people["supervisor"],
            "理由充分",
        )

    def test_is_looked_at_once(self, city: City) -> None:
        row = emergency(city)
        look_at_emergency(row.pk, by=city.actor("supervisor"), at=NOON, remark="一")
        with pytest.raises(Refused):
            look_at_emergency(row.pk, by=city.actor("supervisor"), at=NOON, remark="二")

    @pytest.mark.parametrize(("username", "code"), [("head", "time:own")])
    def test_is_not_looked_at_by_who_agreed(self, city: City, username: str, code: str) -> None:
        with pytest.raises(Refused) as refused:
            look_at_emergency(emergency(city).pk, by=city.actor(username), at=NOON, remark="好")
        assert [o.code for o in refused.value.obstacles] == [code]

    def test_is_out_of_reach_elsewhere(self, city: City) -> None:
        with pytest.raises(EmergencyOverride.DoesNotExist):
            look_at_emergency(emergency(city).pk, by=city.actor("head_north"), at=NOON, remark="好")

    def test_is_looked_at_in_the_browser_and_in_the_api(
        self, city: City, as_user: Callable[[str], Client], with_token: Callable[..., Client]
    ) -> None:
        row = emergency(city)
        page = as_user("supervisor").get(f"/times/emergencies/{row.pk}/")
        assert page.status_code == 200
        assert "危险品泄漏" in page.content.decode()
        client = with_token("supervisor")
        one = client.get(f"/api/v1/emergencies/{row.pk}/")
        done = client.post(
            f"/api/v1/emergencies/{row.pk}/transitions/look/", json.dumps({"remark": "已核"}),
            content_type="application/json", headers={"if-match": one["ETag"]},
        )  # fmt: skip
        assert (done.status_code, done.json()["state"]) == (200, "seen")
        assert as_user("officer").get("/times/emergencies/").status_code == 403


class TestASignal:
    """PT-1 to PT-4: found when an act is recorded."""

    def test_is_raised_for_execution_at_night_and_for_recording_late(self, city: City) -> None:
        assert [s.kind for s in signals(city)] == ["PT-1", "PT-4"]

    def test_an_approved_emergency_leaves_the_late_recording(self, city: City) -> None:
        assert [s.kind for s in signals(city, urgent=True)] == ["PT-4"]

    @pytest.mark.parametrize(("hours", "kinds"), [(24, []), (25, ["PT-4"])])
    def test_a_day_is_not_late(self, city: City, hours: int, kinds: list[str]) -> None:
        noon = NOON - timedelta(hours=hours)
        assert [s.kind for s in signals(city, stated_at=noon, act="inspection")] == kinds

    def test_is_raised_once(self, city: City) -> None:
        signals(city)
        signals(city)
        assert TimeSignal.objects.count() == 2

    def test_is_for_supervisors_not_for_officers(self, city: City) -> None:
        [first, _late] = signals(city)
        with pytest.raises(Refused):
            look_at_signal(first.pk, by=city.actor("officer2"), at=NOON, remark="好")
        assert look_at_signal(first.pk, by=city.actor("supervisor"), at=NOON, remark="好").state == "seen"


class TestLateRegistration:
    """What the program could not take in time is added within ten days, with the reason."""

    def found(self, days: int, reason: str = "") -> list[Any]:
        late = NOON - timedelta(days=days)
        return list(
            obstacles_to_late_record(stated_at=late, recorded_at=NOON, reason=reason, field="started_at")
        )

    def test_is_free_within_a_day(self) -> None:
        assert self.found(1) == []

    def test_needs_a_reason_up_to_the_tenth_day(self) -> None:
        assert [o.severity for o in self.found(10)] == [Severity.REQUIRE]
        assert self.found(10, "停电") == []

    def test_ends_after_the_tenth_day(self) -> None:
        assert [o.severity for o in self.found(11, "停电")] == [Severity.BLOCK]


class TestKeepingTimes:
    def quiet(self, city: City, *, by: Any = COMMAND, **values: Any) -> Any:
        given = {
            "name_zh": "安静期", "region": city.people["officer"].organ.region, "from_day": date(2026, 11, 1),
            "acts": ["inspection"], **values,
        }  # fmt: skip
        return enter_quiet_period(by=by, at=NOON, **given)

    def test_is_for_who_keeps_organs(self, city: City) -> None:
        with pytest.raises(Forbidden):
            self.quiet(city, by=city.actor("officer"))

    def test_reaches_no_further_than_the_own_district(self, city: City) -> None:
        other = next(o for o in city.places.organs.values() if o.code == "SD21")
        with pytest.raises(Refused) as refused:
            self.quiet(city, by=city.actor("orgadmin"), region=other.region)
        assert [o.code for o in refused.value.obstacles] == ["time:reach"]

    def test_what_is_in_force_is_ended_and_not_rewritten(self, city: City) -> None:
        row = self.quiet(city)
        with pytest.raises(Refused) as refused:
            edit_quiet_period(row.pk, by=COMMAND, at=NOON, acts=["interview"])
        assert [o.code for o in refused.value.obstacles] == ["time:begun"]
        assert edit_quiet_period(row.pk, by=COMMAND, at=NOON, to_day=NOON.date()).to_day == NOON.date()

    def test_does_not_end_in_the_past(self, city: City) -> None:
        row = self.quiet(city)
        with pytest.raises(Refused) as refused:
            edit_quiet_period(row.pk, by=COMMAND, at=NOON, to_day=date(2026, 11, 3))
        assert [o.code for o in refused.value.obstacles] == ["time:last_day"]

    def test_a_night_has_eight_hours(self, city: City) -> None:
        with pytest.raises(Refused) as refused:
            enter_night(by=COMMAND, at=NOON, in_force_from=NOON.date(), starts_at=time(23), ends_at=time(5))
        assert [o.code for o in refused.value.obstacles] == ["time:night_hours"]

    def test_a_night_is_not_moved_backwards(self, city: City) -> None:
        enter_night(by=COMMAND, at=NOON, in_force_from=date(2026, 1, 1), starts_at=time(22), ends_at=time(6))
        with pytest.raises(Refused) as refused:
            enter_night(
                by=COMMAND, at=NOON, in_force_from=date(2026, 2, 1), starts_at=time(21), ends_at=time(5)
            )
        assert [o.code for o in refused.value.obstacles] == ["time:night_in_force"]
