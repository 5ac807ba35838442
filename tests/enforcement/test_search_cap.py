"""Two signs may stand in a hundred thousand names: a search looks at some hundreds and says so (Art. 8)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.http import QueryDict

from enforcement.lists.counterparts import COUNTERPART_LIST
from foundation.lists import Listing
from tests.city import NOON, City, a_counterpart

pytestmark = pytest.mark.django_db
CAP = 3


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("enforcement.lists.counterparts.SEARCH_CAP", CAP)


def found(city: City, text: str, **more: str) -> Listing:
    params = QueryDict(mutable=True)
    params.update({"q": text, **more})
    spec = replace(COUNTERPART_LIST, search_cap=CAP)
    return Listing(spec, actor=city.actor("officer"), at=NOON, params=params)


def test_more_hits_than_the_cap_are_told_as_more(city: City) -> None:
    for mark in "子丑寅卯辰":
        a_counterpart(city, name=f"{mark}字示例商行")
    count = found(city, "示例").count()
    assert (count.number, count.is_minimum) == (CAP, True)
    count = found(city, "寅字").count()
    assert (count.number, count.is_minimum) == (1, False)


def test_hits_out_of_reach_or_filtered_away_take_no_place(city: City) -> None:
    for mark in "甲乙丙丁戊己庚辛":
        a_counterpart(city, by="officer_north", name=f"{mark}字示例商行", kind="sole_trader")
        a_counterpart(city, name=f"{mark}字示例商店", kind="sole_trader")
    a_counterpart(city, name="子字示例商行", kind="citizen")
    listing = found(city, "示例", kind="citizen")
    assert [row[0] for row in listing.queryset.values_list("name")] == ["子字示例商行"]
    assert set(found(city, "示例").queryset.values_list("organ__code", flat=True)) == {"SD11"}
