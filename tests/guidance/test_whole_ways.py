"""Each way keeps what its paper asks: attendance, materials, benefit, a day that would suit, plain words (Art. 8)."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from guidance.models import GuidanceAction
from guidance.rules.points import Suggested, suggested_of, told, unreadable
from guidance.services import record_progress
from guidance.vocabulary import Way
from tests.city import NOON, City
from tests.guidance.drafts import DETAILS, issued

SignIn = Callable[[str], Client]
TEXT = "1. 换用电子价签 | 少出错 | 2026-12-31\n2. 指定专人｜责任清楚\n3. 每月自查"


class TestSuggestedLines:
    def test_have_a_benefit_and_a_day_where_they_are_given(self) -> None:
        assert suggested_of(TEXT) == [
            Suggested("换用电子价签", "少出错", date(2026, 12, 31)),
            Suggested("指定专人", "责任清楚"),
            Suggested("每月自查"),
        ]

    def test_are_told_with_both(self) -> None:
        with translation.override("en"):
            assert told(suggested_of(TEXT)).splitlines() == [
                "1. 换用电子价签 (what it brings: 少出错; would suit until 31 Dec 2026)",
                "2. 指定专人 (what it brings: 责任清楚)",
                "3. 每月自查",
            ]

    @pytest.mark.parametrize("line", ["甲 | 乙 | 年底", "甲 | 乙 | 2026-13-40", "甲|乙|2026-12-31|丁"])
    def test_are_named_when_their_day_is_none(self, line: str) -> None:
        assert list(unreadable(f"好\n{line}")) == [line]
        assert suggested_of(line)[0].text == "甲"  # nothing is lost when a service is given it all the same


@pytest.mark.article("8.5")
class TestSuggestions:
    def test_keep_what_they_bring_and_when_it_would_suit(self, city: City, as_user: SignIn) -> None:
        action = issued(
            city, Way.SUGGEST, detail={"problem": "价签不统一", "analysis": "换季忙乱", "suggestions": TEXT}
        )
        client = as_user("officer")
        rows = client.get(f"/api/v1/guidance-actions/{action.pk}/").json()["suggestion_items"]
        assert [(row["benefit"], row["do_by"]) for row in rows] == [
            ("少出错", "2026-12-31"), ("责任清楚", None), ("", None),
        ]  # fmt: skip
        page = client.get(f"/guidance/{action.pk}/").content.decode()
        assert "would suit until 31 Dec 2026" in page
        paper = client.get(f"/guidance/{action.pk}/document/").content.decode()
        assert "for reference only" in paper
        assert "what it brings: 少出错" in paper

    def test_with_a_day_that_is_none_are_not_drafted(self, city: City, as_user: SignIn) -> None:
        detail = {"problem": "价签不统一", "suggestions": "换用 | 少出错 | 年底"}
        body = {"way": "suggest", "detail": detail, "title": "标价", "content": "请看", "trigger": "other",
                "audience": "南区市场", "field": str(city.places.fields["market"].pk)}  # fmt: skip
        answer = as_user("officer").post(
            "/api/v1/guidance-actions/", json.dumps(body), content_type="application/json"
        )
        assert answer.status_code == 400
        assert "2026-12-31" in answer.json()["errors"]["detail"][0]["message"]


@pytest.mark.article("8.4")
def test_counselling_records_who_took_part_and_what_was_handed_out(city: City, as_user: SignIn) -> None:
    action = issued(city, Way.COUNSEL)
    held: dict[str, Any] = {"held_on": NOON.date(), "answer": "按件标明。", "duration": 40, "attendees": 12}
    held |= {"attended_by": "甲某，店主", "materials": "明码标价指南12份", "follow_up": "十日后看价签"}
    record_progress(action.pk, by=city.actor("officer"), at=NOON, detail=held)
    detail = as_user("officer").get(f"/api/v1/guidance-actions/{action.pk}/").json()["detail"]
    assert {name: detail[name] for name in held if name != "held_on"} == {
        name: value for name, value in held.items() if name != "held_on"
    }
    assert "明码标价指南12份" in as_user("officer").get(f"/guidance/{action.pk}/").content.decode()


@pytest.mark.article("8.1")
def test_guidance_to_the_public_is_explained_and_read_in_english(city: City) -> None:
    detail = {**DETAILS[Way.GUIDE], "effective_from": NOON.date(), "trades": "食品零售",
              "interpretation": "让价格看得明白",
              "english": "Please mark every price."}  # fmt: skip
    action = issued(city, Way.GUIDE, detail=detail, formality="simple", audience="全市")
    published(city, action)
    address = f"/public/guidance/{action.pk}/"
    chinese, english = (
        Client(headers={"Accept-Language": code}).get(address).content.decode() for code in ("zh-hans", "en")
    )
    assert "Please mark every price." in english
    assert action.content in chinese
    assert "Please mark every price." not in chinese
    for page in (chinese, english):
        assert "让价格看得明白" in page
        assert "食品零售" in page
    told_by_api = Client().get(f"/api/v1/public/guidance/{action.pk}/").json()
    assert (told_by_api["english"], told_by_api["trades"]) == ("Please mark every price.", "食品零售")


def published(city: City, action: GuidanceAction) -> None:
    at = NOON + timedelta(hours=1)
    detail = {"published_on": NOON.date(), "published_at": "本局网站"}
    record_progress(action.pk, by=city.actor("officer"), at=at, detail=detail)
