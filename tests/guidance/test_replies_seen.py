"""What officers do with an answer of a counterpart (Art. 8)."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from django.test import Client

from desk.reports.reminders import reminders_of
from enforcement.models import Notification
from foundation.obstacles import Forbidden
from guidance.models import (
    CounterpartReply,
    ReplyWaiting,
)
from guidance.services.replies import see_reply
from guidance.vocabulary import Way
from tests.city import NOON, City
from tests.enforcement.evidence_files import PNG
from tests.guidance.answers import (
    THURSDAY,
    a_file,
    said,
)
from tests.guidance.drafts import issued

pytestmark = [pytest.mark.django_db, pytest.mark.article("8"), pytest.mark.usefixtures("store")]
SignIn = Callable[[str], Client]


class TestWhatOfficersDo:
    def test_sees_it_on_the_day_until_somebody_has(self, city: City, as_user: SignIn) -> None:
        reply = said(issued(city, Way.TIP), "message", text="已改正")
        for username in ("officer", "officer2"):
            assert reply.get_absolute_url() in as_user(username).get("/").content.decode()
        assert reply.get_absolute_url() not in as_user("city_market1").get("/").content.decode()
        see_reply(reply.pk, by=city.actor("officer2"), at=NOON)
        assert not ReplyWaiting.objects.exists()
        assert [reminders_of(city.actor(username), NOON.date()) for username in ("officer", "officer2")] == [
            [],
            [],
        ]

    def test_is_told_once(self, city: City) -> None:
        said(issued(city, Way.TIP), "message", text="已改正")
        told = Notification.objects.filter(kind="guidance:reply")
        assert sorted(told.values_list("officer__username", flat=True)) == ["officer", "officer2"]
        assert "甲一" in told.first().text

    def test_is_for_the_own_organ(self, city: City) -> None:
        reply = said(issued(city, Way.TIP), "message", text="已改正")
        for username, error in (("officer_north", CounterpartReply.DoesNotExist), ("supervisor", Forbidden)):
            with pytest.raises(error):
                see_reply(reply.pk, by=city.actor(username), at=NOON)

    def test_stands_in_a_list_that_is_narrowed_and_exported(self, city: City, as_user: SignIn) -> None:
        first = said(issued(city, Way.TIP), "message", text="=1+1 已改正")
        said(issued(city, Way.SUGGEST), "decline")
        client = as_user("officer")
        for query, found in {
            "": True, "kind=message": True, "kind=decline": False, "new=true": True, "new=false": False,
            "mine=true": True, f"action={first.action_id}": True, "at_after=2030-01-01": False,
        }.items():  # fmt: skip
            page = client.get(f"/guidance/replies/?{query}").content.decode()
            assert (first.get_absolute_url() in page) is found, query
        text = b"".join(client.get("/guidance/replies/?export=csv")).decode("utf-8-sig")
        assert "已改正" in text
        assert (
            first.get_absolute_url()
            not in as_user("officer_north").get("/guidance/replies/").content.decode()
        )

    def test_is_done_by_page(self, city: City, as_user: SignIn) -> None:
        reply = said(issued(city, Way.TIP), "message", text="已改正")
        client = as_user("officer")
        page = client.get(reply.get_absolute_url()).content.decode()
        assert "已改正" in page
        done = client.post(f"{reply.get_absolute_url()}do/see/", {"expected_version": reply.version})
        assert done.status_code == 302
        assert "/do/" not in client.get(reply.get_absolute_url()).content.decode()

    def test_is_done_by_the_api(self, city: City, as_user: SignIn) -> None:
        action = issued(city, Way.INTERVIEW)
        reply = said(action, "time", proposed_for=THURSDAY, text="那天进货")
        client, url = as_user("officer"), f"/api/v1/counterpart-replies/{reply.pk}/"
        assert client.get(url).json()["text"] == "那天进货"
        assert as_user("evaluator").get(url).json()["text"] != "那天进货"
        answer = client.post(
            f"{url}transitions/refuse_time/", json.dumps({"reason": "已有安排"}), content_type="application/json",
            headers={"if-match": f'"{reply.version}"'},
        )  # fmt: skip
        assert answer.status_code == 200, answer.content
        assert answer.json()["outcome"] == "refused"

    def test_gives_files_by_the_api(self, city: City, as_user: SignIn) -> None:
        reply = said(issued(city, Way.TIP), "message", text="见附件", attachments=[a_file()])
        url = f"/api/v1/counterpart-replies/{reply.pk}/"
        client = as_user("officer")
        key = client.get(url).json()["files"][0]["id"]
        assert b"".join(client.get(f"{url}files/{key}/")) == PNG
        assert client.get(f"{url}files/{int(key) + 1}/").status_code == 404
        assert as_user("evaluator").get(f"{url}files/{key}/").status_code == 403
