"""Cases are found by any part of number or title, alike on both databases, by who may know it (Art. 6)."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from enforcement.lists.cases import CASE_LIST
from enforcement.models import Case, CaseSearch
from enforcement.rules.found_texts import FoundWords, pieces_wanted
from enforcement.rules.names import plain_of
from enforcement.services.cases import edit_case, file_case
from foundation.lists import Listing
from tests.city import CONDITIONS, NOON, City, a_clue, a_counterpart

TITLES = ("未明码标价", "销售过期食品（甲一店）", "Prices not marked 2026", "龘店占道经营")
SIGNS = st.text(alphabet=st.sampled_from("南市监罚〔2〕026号 -aB1Ｚ"), max_size=9)


class TestPieces:
    @given(text=SIGNS, start=st.integers(0, 8), length=st.integers(1, 9))
    def test_of_any_part_stand_among_those_of_the_whole(self, text: str, start: int, length: int) -> None:
        whole = plain_of(text)
        part = whole[start : start + length]
        assert set(pieces_wanted(part)) <= set(FoundWords((text,)).grams.split())

    def test_of_two_texts_do_not_join_their_ends(self) -> None:
        assert FoundWords(("甲", "乙")).plain == "甲\n乙"
        assert not set(pieces_wanted("甲乙")) <= set(FoundWords(("甲", "乙")).grams.split())

    def test_of_nothing_are_none(self) -> None:
        assert pieces_wanted(" -（）") == []


@pytest.fixture
def filed(city: City) -> list[Case]:
    found = []
    for title in TITLES:
        case = a_clue(city, title=title, counterpart=a_counterpart(city, name=f"乙{len(found)}号示例商行"))
        handlers = [city.people["officer"], city.people["officer2"]]
        found.append(file_case(case.pk, by=city.actor("officer"), at=NOON, handlers=handlers, **CONDITIONS))
    return found


def titles(city: City, text: str, username: str = "officer", **more: str) -> set[str]:
    params = QueryDict(mutable=True)
    params.update({"q": text, **more})
    listing = Listing(CASE_LIST, actor=city.actor(username), at=NOON, params=params)
    return set(listing.queryset.values_list("title", flat=True))


@pytest.mark.django_db
class TestACase:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("标价", {TITLES[0]}),
            ("价", {TITLES[0]}),
            ("过期食品甲一", {TITLES[1]}),
            ("not mark", {TITLES[2]}),
            ("NOT", {TITLES[2]}),
            ("龘", {TITLES[3]}),
            ("食标", set()),
            ("乙3号", {TITLES[3]}),
            ("示例商行", set(TITLES)),
            ("南市监立〔2026〕", set(TITLES)),
            ("%", set()),
            ("'; --", set()),
        ],
    )
    def test_is_found_by_these_words(self, city: City, filed: list[Case], text: str, found: set[str]) -> None:
        assert titles(city, text) == found

    def test_is_found_by_its_number_and_its_clue_number(self, city: City, filed: list[Case]) -> None:
        for case in filed:
            assert titles(city, case.number) == {case.title}
            assert titles(city, case.clue_number) == {case.title}

    def test_is_found_by_its_new_title_alone(self, city: City, filed: list[Case]) -> None:
        edit_case(filed[0].pk, by=city.actor("officer"), at=NOON, title="改过的标题")
        assert titles(city, "改过") == {"改过的标题"}
        assert titles(city, "标价") == set()

    def test_is_not_found_by_its_title_by_who_may_not_read_it(self, city: City, filed: list[Case]) -> None:
        assert titles(city, "标价", "evaluator") == set()
        assert titles(city, "示例商行", "evaluator") == set()
        assert titles(city, filed[0].number, "evaluator") == {filed[0].title}

    def test_is_not_found_from_elsewhere(self, city: City, filed: list[Case]) -> None:
        assert titles(city, "标价", "officer_north") == set()

    def test_is_found_among_the_newest_when_there_are_too_many(
        self, city: City, filed: list[Case], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("enforcement.lists.case_filters.SEARCH_CAP", 1)
        newest = {case.title for case in sorted(filed, key=lambda c: c.pk)[-2:]}
        assert titles(city, "南市监立") == newest
        assert titles(city, "南市监立", outcome="penalty") == set()

    def test_is_written_down_once_an_act(self, city: City, filed: list[Case]) -> None:
        with CaptureQueriesContext(connection) as caught:
            edit_case(filed[0].pk, by=city.actor("officer"), at=NOON, place="别处")
        written = [q["sql"] for q in caught if "casesearch" in q["sql"] and not q["sql"].startswith("SELECT")]
        assert written == []


@pytest.mark.django_db
def test_every_case_has_its_words(city: City, filed: list[Case]) -> None:
    known: Any = dict(CaseSearch.objects.values_list("case_id", "plain"))
    for case in Case.objects.all():
        assert known[case.pk] == FoundWords((case.number, case.clue_number, case.title)).plain
