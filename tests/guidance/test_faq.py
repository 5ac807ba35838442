"""What one asked in counselling is answered for everybody (Art. 8 (4))."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from foundation.obstacles import Refused
from guidance.models import FaqEntry, GuidanceAction
from guidance.services import faq, record_progress
from guidance.vocabulary import Way
from tests.city import NOON, City, a_counterpart
from tests.guidance.drafts import issued

pytestmark = pytest.mark.article("8.4")
SignIn = Callable[[str], Client]
WORDS = {
    "question_zh": "散装食品怎么标价？",
    "question_en": "How are loose goods priced?",
    "answer_zh": "按件标明。",
    "answer_en": "Piece by piece.",
    "basis": "价格法第十三条",
}


def answered(city: City) -> GuidanceAction:
    action = issued(city, Way.COUNSEL, counterpart=a_counterpart(city, name="提问示例店"))
    held = {"held_on": NOON.date(), "answer": "按件标明。"}
    return record_progress(action.pk, by=city.actor("officer"), at=NOON, detail=held)


def proposed(city: City, *, by: str = "officer") -> FaqEntry:
    return faq.propose_answer(answered(city).pk, by=city.actor(by), at=NOON, **WORDS)


def refused(act: Any, *args: Any, **kwargs: Any) -> list[str]:
    with pytest.raises(Refused) as found:
        act(*args, **kwargs)
    return [o.code for o in found.value.obstacles]


class TestAnAnswerForEverybody:
    def test_comes_from_an_answered_question(self, city: City) -> None:
        unanswered = issued(city, Way.COUNSEL)
        assert refused(faq.propose_answer, unanswered.pk, by=city.actor("officer"), at=NOON, **WORDS) == [
            "GUI-73"
        ]

    def test_is_published_by_a_head_who_did_not_propose_it(self, city: City) -> None:
        own = proposed(city, by="head")
        assert refused(faq.publish_answer, own.pk, by=city.actor("head"), at=NOON) == ["GUI-71"]
        entry = proposed(city)
        assert "actor:lacks_permission" in refused(
            faq.publish_answer, entry.pk, by=city.actor("officer2"), at=NOON
        )
        assert faq.publish_answer(entry.pk, by=city.actor("head"), at=NOON).state == "published"

    def test_is_changed_before_it_is_published_only(self, city: City) -> None:
        entry, officer = proposed(city), city.actor("officer")
        assert faq.edit_answer(entry.pk, by=officer, at=NOON, basis="价格法 13").basis == "价格法 13"
        faq.publish_answer(entry.pk, by=city.actor("head"), at=NOON)
        assert refused(faq.edit_answer, entry.pk, by=officer, at=NOON, basis="无") == ["faq:wrong_state"]

    def test_is_read_without_an_account_and_never_tells_who_asked(self, city: City) -> None:
        entry = proposed(city)
        assert Client().get(f"/public/faq/{entry.pk}/").status_code == 404
        faq.publish_answer(entry.pk, by=city.actor("head"), at=NOON)
        for address in ("/public/faq/", f"/public/faq/{entry.pk}/", "/api/v1/public/faq/"):
            text = Client().get(address, headers={"accept-language": "zh-hans"}).content.decode()
            assert WORDS["question_zh"] in text
            assert "提问示例店" not in text
            assert not [p.name_zh for p in city.people.values() if p.name_zh in text]

    def test_speaks_the_language_of_the_reader(self, city: City) -> None:
        entry = faq.publish_answer(proposed(city).pk, by=city.actor("head"), at=NOON)
        page = Client().get(f"/public/faq/{entry.pk}/", headers={"accept-language": "en"}).content.decode()
        assert "Piece by piece." in page

    def test_is_found_by_words_and_by_field(self, city: City) -> None:
        entry = faq.publish_answer(proposed(city).pk, by=city.actor("head"), at=NOON)
        found = Client().get("/api/v1/public/faq/", {"search": "loose goods"}).json()["results"]
        assert [row["id"] for row in found] == [str(entry.pk)]
        other = city.places.fields["transport"].pk
        assert Client().get("/api/v1/public/faq/", {"field": other}).json()["results"] == []

    def test_goes_when_it_is_withdrawn(self, city: City) -> None:
        entry = faq.publish_answer(proposed(city).pk, by=city.actor("head"), at=NOON)
        faq.withdraw_answer(entry.pk, by=city.actor("head"), at=NOON, reason="条文已改")
        assert Client().get(f"/public/faq/{entry.pk}/").status_code == 404


class TestThePages:
    def test_offer_it_on_the_page_of_the_counselling(self, city: City, as_user: SignIn) -> None:
        action = answered(city)
        client = as_user("officer")
        assert (
            f"/guidance/{action.pk}/do/propose_faq/" in client.get(f"/guidance/{action.pk}/").content.decode()
        )
        sent = {**WORDS, "expected_version": action.version}
        done = client.post(f"/guidance/{action.pk}/do/propose_faq/", sent)
        assert done["Location"] == FaqEntry.objects.get().get_absolute_url()
        assert client.get(done["Location"]).status_code == 200
        assert WORDS["question_en"] in client.get("/guidance/faq/").content.decode()

    def test_have_their_twin_in_the_api(self, city: City, as_user: SignIn) -> None:
        entry = proposed(city)
        url = f"/api/v1/faq-entries/{entry.pk}/"
        read = as_user("head").get(url)
        done = as_user("head").post(
            f"{url}transitions/publish/", json.dumps({}), content_type="application/json",
            headers={"If-Match": read["ETag"]},
        )  # fmt: skip
        assert (done.status_code, FaqEntry.objects.get().state) == (200, "published")
