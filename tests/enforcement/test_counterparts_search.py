"""Names are found alike on both databases: one, two, three signs, Latin, pinyin and its initials."""

from __future__ import annotations

import pytest

from enforcement.models import Counterpart, CounterpartSearch
from enforcement.services.counterparts import edit_counterpart
from tests.city import City, a_counterpart

pytestmark = pytest.mark.django_db

NAMES = (
    "甲一示例食品店",
    "甲二·示例（南）ＡＢＣ超市",
    "晴川便利店",
    "QingHe Trading",
    "龘𠀀示例坊",
    "重庆小面馆",
)


@pytest.fixture
def registry(city: City) -> dict[str, Counterpart]:
    return {name: a_counterpart(city, name=name) for name in NAMES}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("晴", {"晴川便利店"}),
        ("示例", {"甲一示例食品店", "甲二·示例（南）ＡＢＣ超市", "龘𠀀示例坊"}),
        ("甲一示", {"甲一示例食品店"}),
        ("一示例食品", {"甲一示例食品店"}),
        ("示食", set()),
        ("abc", {"甲二·示例（南）ＡＢＣ超市"}),
        ("ＡＢ", {"甲二·示例（南）ＡＢＣ超市"}),
        ("qinghe trad", {"QingHe Trading"}),
        ("qing", {"晴川便利店", "QingHe Trading", "重庆小面馆"}),
        ("qingchuan", {"晴川便利店"}),
        ("qcbld", {"晴川便利店"}),
        ("jysl", {"甲一示例食品店"}),
        ("bl", {"晴川便利店"}),
        ("甲 二 示例", {"甲二·示例（南）ＡＢＣ超市"}),
        ("例(南)A", {"甲二·示例（南）ＡＢＣ超市"}),
        ("𠀀", {"龘𠀀示例坊"}),
        ("chongqing", {"重庆小面馆"}),
        ("%", set()),
        ("_", set()),
        ("", set()),
        ("'; --", set()),
    ],
)
def test_text_finds_exactly_these_names(registry: dict[str, Counterpart], text: str, found: set[str]) -> None:
    rows = CounterpartSearch.objects.named(text).select_related("counterpart")

    assert {row.counterpart.name for row in rows} == found


def test_a_changed_name_is_found_by_the_new_one_alone(registry: dict[str, Counterpart], city: City) -> None:
    shop = registry["晴川便利店"]
    edit_counterpart(shop.pk, by=city.actor("officer"), at=shop.created_at, name="雨川便利店")

    assert not CounterpartSearch.objects.named("晴川").exists()
    assert CounterpartSearch.objects.named("雨川").get().pk == shop.pk
