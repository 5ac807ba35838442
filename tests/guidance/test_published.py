"""Published guidance stands open to everybody: policies, guides, and models that agreed (Art. 8 (1), (2))."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from guidance.lists.published import ENDED, IN_FORCE, TO_COME, standing
from guidance.models import GuidanceAction
from guidance.services import record_progress, withdraw_guidance
from guidance.vocabulary import Way
from tests.city import NOON, City, a_counterpart
from tests.guidance.drafts import DETAILS, issued

pytestmark = [pytest.mark.django_db, pytest.mark.article("8.1")]
API, PAGE = "/api/v1/public/guidance/", "/public/guidance/"


@pytest.fixture
def guide(city: City) -> GuidanceAction:
    action = issued(city, Way.GUIDE, title="明码标价指引")
    published = {"published_on": NOON.date(), "published_at": "门户网站"}
    return record_progress(action.pk, by=city.actor("officer"), at=NOON, detail=published)


def titles() -> list[str]:
    return [row["title"] for row in Client().get(API).json()["results"]]


class TestWhatEverybodyReads:
    def test_is_a_guide_once_it_is_published(self, city: City, guide: GuidanceAction) -> None:
        issued(city, Way.GUIDE, title="尚未公布")
        assert titles() == ["明码标价指引"]

    @pytest.mark.article("8.2")
    def test_is_a_model_that_agreed_to_be_named(self, city: City) -> None:
        shop = a_counterpart(city, name="示范食品店")
        detail = {**DETAILS[Way.DEMO], "exemplar": shop, "has_consent": True}
        issued(city, Way.DEMO, title="示范店", detail=detail)
        (row,) = Client().get(API).json()["results"]
        assert (row["way"], row["exemplar"]) == ("demo", "示范食品店")

    @pytest.mark.parametrize("way", [w for w in Way.values if w not in (Way.GUIDE, Way.DEMO, Way.REVISIT)])
    def test_is_never_what_was_told_to_one(self, city: City, way: str) -> None:
        action = issued(city, way)
        assert titles() == []
        assert Client().get(f"{PAGE}{action.pk}/").status_code == 404
        assert Client().get(f"{API}{action.pk}/").status_code == 404

    def test_goes_when_it_is_withdrawn(self, city: City, guide: GuidanceAction) -> None:
        withdraw_guidance(guide.pk, by=city.actor("head"), at=NOON, reason="条文已修改")
        assert titles() == []

    def test_names_no_officer(self, city: City, guide: GuidanceAction) -> None:
        names = [person.name_zh for person in city.people.values()]
        for url in (PAGE, f"{PAGE}{guide.pk}/", API, f"{API}{guide.pk}/"):
            text = Client().get(url).content.decode()
            assert [name for name in names if name in text] == []


class TestThePages:
    def test_need_no_account_and_lead_on(self, guide: GuidanceAction) -> None:
        listed: Any = Client().get(PAGE)
        assert f"{PAGE}{guide.pk}/" in listed.content.decode()
        shown = Client().get(f"{PAGE}{guide.pk}/").content.decode()
        assert "请为全部商品标明价格。" in shown
        assert Client().get(f"{PAGE}{10**30}/").status_code == 404

    def test_find_by_words_and_by_way(self, guide: GuidanceAction) -> None:
        assert len(Client().get(API, {"search": "标价指引"}).json()["results"]) == 1
        assert Client().get(API, {"way": "demo"}).json()["results"] == []
        assert Client().get(API, {"way": "tip"}).status_code == 400


class TestTheApi:
    def test_may_be_kept_and_read_from_anywhere(self, guide: GuidanceAction) -> None:
        answer = Client().get(f"{API}{guide.pk}/")
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert "public" in answer["Cache-Control"]
        again = Client().get(f"{API}{guide.pk}/", headers={"If-None-Match": answer["ETag"]})
        assert again.status_code == 304

    def test_is_only_for_reading(self, guide: GuidanceAction) -> None:
        assert Client().post(API, {}).status_code == 405


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (None, None, IN_FORCE),
        (date(2026, 11, 20), date(2026, 11, 20), IN_FORCE),
        (date(2026, 11, 21), None, TO_COME),
        (None, date(2026, 11, 19), ENDED),
    ],
)
def test_it_stands_between_its_days(first: date | None, last: date | None, expected: str) -> None:
    assert standing((first, last), date(2026, 11, 20)) == expected
