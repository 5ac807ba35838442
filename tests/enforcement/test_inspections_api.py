"""What a program does with inspections: at the door, together with another organ, and the published caps (Art. 6)."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from enforcement.models import Inspection, InspectionCap
from enforcement.reports.ratings import ratings_by_organ
from enforcement.services import inspections
from enforcement.vocabulary import InspectionState
from foundation.actors import COMMAND
from foundation.obstacles import Refused
from tests.city import NOON, City, a_counterpart
from tests.enforcement.inspection_course import TOMORROW, concluded, planned, wanted

pytestmark = [pytest.mark.django_db, pytest.mark.article("6")]
JSON = "application/json"
ON_SPOT = "/api/v1/inspections/on-spot/"


def body_of(city: City, **more: Any) -> dict[str, Any]:
    given = wanted(city)
    keys = {name: [str(row.pk) for row in given[name]] for name in ("matters", "officers")}
    return {**given, **keys, "counterpart": str(a_counterpart(city).pk), **more}


class TestOnTheSpot:
    def test_is_planned_and_begun_in_one_request(self, city: City, with_token: Callable[..., Client]) -> None:
        body = body_of(
            city,
            started_at="2026-11-20T12:00:00+08:00",
            certificates_shown=True,
            check_in="911",
            late_reason="断网",
        )
        made = with_token("officer").post(ON_SPOT, json.dumps(body), content_type=JSON)
        assert made.status_code == 201, made.content
        one = made.json()
        assert one["state"] == InspectionState.UNDER_WAY
        assert one["verify_url"].endswith(f"/visit/{one['code']}/")
        assert made["Location"].endswith(f"/api/v1/inspections/{one['id']}/")

    def test_is_refused_with_every_reason_and_leaves_nothing(
        self, city: City, with_token: Callable[..., Client]
    ) -> None:
        body = body_of(
            city, started_at="2026-11-20T12:00:00+08:00", certificates_shown=False, late_reason="断网"
        )
        answer = with_token("officer").post(ON_SPOT, json.dumps(body), content_type=JSON)
        assert answer.status_code == 409
        assert {"SUB-4", "INS-5"} <= {o["code"] for o in answer.json()["obstacles"]}
        assert not Inspection.objects.exists()

    def test_repeated_with_its_key_is_one_visit(self, city: City, with_token: Callable[..., Client]) -> None:
        body = body_of(
            city,
            started_at="2026-11-20T12:00:00+08:00",
            certificates_shown=True,
            check_in="911",
            late_reason="断网",
        )
        client = with_token("officer")
        sent = {"data": json.dumps(body), "content_type": JSON, "headers": {"idempotency-key": "door-1"}}
        first, second = client.post(ON_SPOT, **sent), client.post(ON_SPOT, **sent)
        assert first.json()["id"] == second.json()["id"]
        assert second["Idempotent-Replayed"] == "true"

    def test_is_read_only_for_supervision(self, city: City, with_token: Callable[..., Client]) -> None:
        answer = with_token("supervisor").post(ON_SPOT, json.dumps({}), content_type=JSON)
        assert answer.status_code in {400, 403}
        assert not Inspection.objects.exists()


class TestTogether:
    def test_companions_are_told_without_more_than_is_needed_and_joined(
        self, city: City, with_token: Callable[..., Client]
    ) -> None:
        shop = a_counterpart(city)
        theirs = planned(city, counterpart=shop)
        mine = planned(city, by="city_market1", counterpart=shop, overrides={"INS-4": "将合并"})
        client, path = with_token("city_market1"), f"/api/v1/inspections/{mine.pk}/"
        [found] = client.get(f"{path}companions/").json()
        assert set(found) == {"id", "number", "organ", "planned_at"}
        joined = client.post(
            f"{path}transitions/join/", json.dumps({"other": found["id"]}), content_type=JSON,
            headers={"if-match": client.get(path)["ETag"]},
        )  # fmt: skip
        assert joined.status_code == 200, joined.content
        assert joined.json()["joined_to"] == str(theirs.pk)

    def test_elsewhere_nobody_asks(self, city: City, with_token: Callable[..., Client]) -> None:
        path = f"/api/v1/inspections/{planned(city).pk}/companions/"
        assert with_token("officer_north").get(path).status_code == 404


class TestTheCap:
    def entered(self, city: City, **more: Any) -> InspectionCap:
        given = {
            "by": COMMAND,
            "at": NOON,
            "year": 2026,
            "times": 1,
            "published_on": date(2026, 1, 5),
            **more,
        }
        return inspections.enter_cap(**given)

    def codes(self, city: City, shop: Any) -> set[str]:
        with pytest.raises(Refused) as refused:
            planned(city, counterpart=shop, overrides={"INS-4": "已协商"})
        return {o.code for o in refused.value.obstacles}

    @pytest.mark.rule("INS-2")
    def test_of_the_city_holds_where_the_organ_published_none(self, city: City) -> None:
        self.entered(city)
        shop = a_counterpart(city)
        concluded(city, counterpart=shop)
        assert self.codes(city, shop) == {"INS-2"}

    def test_of_the_organ_comes_before_the_city(self, city: City) -> None:
        self.entered(city)
        self.entered(city, organ=city.people["officer"].organ, times=3)
        shop = a_counterpart(city)
        concluded(city, counterpart=shop)
        assert planned(city, counterpart=shop, planned_at=TOMORROW, overrides={"INS-4": "已协商"}).pk

    def test_of_the_city_is_published_by_an_organ_of_the_city(self, city: City) -> None:
        with pytest.raises(Refused) as refused:
            self.entered(city, by=city.actor("orgadmin"))
        assert [o.code for o in refused.value.obstacles] == ["inspection:city_cap"]
        row = self.entered(city)
        assert not InspectionCap.objects.workable_by(city.actor("orgadmin")).filter(pk=row.pk).exists()

    def test_is_public(self, city: City, client: Client) -> None:
        self.entered(city, times=2)
        page = client.get("/public/inspections/")
        assert page.status_code == 200
        answer = client.get("/api/v1/public/inspection-caps/")
        [row] = answer.json()["results"]
        assert (row["year"], row["times"]) == (2026, 2)
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert client.get(f"/api/v1/public/inspection-caps/{row['id']}/").json()["organ"] is None


class TestWhatWasNotShown:
    def test_is_ticked_and_counted_for_supervision(self, city: City, client: Client) -> None:
        for number in range(5):
            row = concluded(city, counterpart=a_counterpart(city, name=f"第{number}示例店"))
            sent = {"manner": "3", "not_shown": ["certificates", "basis"] if number < 2 else ["basis"]}
            assert client.post(f"/visit/{row.code}/", sent).status_code == 302
        [told] = ratings_by_organ(city.actor("supervisor"))
        assert told.without_certificate == 2
        assert [times for _label, times in told.not_shown] == [5, 2]
