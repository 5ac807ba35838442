"""One column spec answers page, API and export: scope, filters, order, search and masks alike."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import QueryDict

from enforcement.models import Counterpart
from foundation.actors import ANONYMOUS, Actor
from foundation.lists import BadQuery, Column, Listing, ListSpec
from foundation.obstacles import Forbidden
from foundation.permissions import Permission
from tests.city import NOON, City, a_counterpart
from tests.foundation.sample import COUNTERPARTS

pytestmark = pytest.mark.django_db


def listing(actor: Actor, query: str = "") -> Listing:
    return Listing(COUNTERPARTS, actor=actor, at=NOON, params=QueryDict(query))


def names(actor: Actor, query: str = "") -> list[str]:
    found = listing(actor, query)
    builder = found.builder(COUNTERPARTS.page_columns)
    return [builder.values(row)["name"] for row in found.page(builder).rows]


class TestScope:
    def test_is_always_applied(self, city: City, shops: list[Counterpart]) -> None:
        a_counterpart(city, by="officer_north", name="北区示例店")
        assert "北区示例店" not in names(city.actor("officer"))
        assert names(city.actor("officer_north")) == ["北区示例店"]

    def test_opens_to_nobody_without_the_permission(self, city: City) -> None:
        for actor in (ANONYMOUS, city.actor("evaluator")):
            with pytest.raises(Forbidden):
                listing(actor)

    def test_is_never_left_out_by_chance(self) -> None:
        with pytest.raises(ValueError, match="permission"):
            ListSpec("x", "X", (Column("id", "Id", sort="id"),), Counterpart.objects.all, "id", None)


class TestFilters:
    @pytest.mark.parametrize(
        ("query", "count"),
        [
            ("kind=legal_person", 3),
            ("kind=citizen", 0),
            ("name=示例", 3),
            ("name=百货", 1),
            ("is_demonstration=false", 3),
            ("is_demonstration=true", 0),
            ("registered_after=2026-11-20&registered_before=2026-11-20", 3),
            ("registered_before=2026-11-19", 0),
            ("registered_after=2026-11-21", 0),
            ("q=食品", 1),
            ("search=食品&kind=citizen", 0),
            ("kind=&name=&registered_after=", 3),
        ],
    )
    def test_narrow_the_list(self, city: City, shops: list[Counterpart], query: str, count: int) -> None:
        assert len(names(city.actor("officer"), query)) == count

    def test_of_a_region_take_in_what_lies_below(self, city: City, shops: list[Counterpart]) -> None:
        actor, county = city.actor("officer"), shops[0].region
        assert len(names(actor, f"region={county.pk}")) == 3
        assert len(names(actor, f"region={county.parent_id}")) == 3
        other = next(
            r for r in city.places.regions.values() if r.parent_id == county.parent_id and r != county
        )
        assert names(actor, f"region={other.pk}") == []

    @pytest.mark.parametrize(
        ("query", "parameter"),
        [
            ("kind=robot", "kind"),
            ("registered_after=yesterday", "registered_after"),
            ("registered_after=0001-01-01", "registered_after"),
            ("registered_before=9999-12-31", "registered_before"),
            ("region=99999999999999999999999", "region"),
            ("region=-1", "region"),
            ("name=" + "长" * 101, "name"),
            ("name=%00", "name"),
            ("ordering=identifier", "ordering"),
            ("ordering=--name", "ordering"),
            ("page_size=0", "page_size"),
            ("page_size=201", "page_size"),
            ("page_size=１２", "page_size"),
            ("cursor=x", "cursor"),
            ("count=yes", "count"),
            ("q=" + "长" * 101, "q"),
        ],
    )
    def test_that_mean_nothing_are_told_by_parameter(self, city: City, query: str, parameter: str) -> None:
        with pytest.raises(BadQuery) as told:
            names(city.actor("officer"), query)
        assert list(told.value.errors) == [parameter]

    def test_unknown_ones_are_told(self, city: City) -> None:
        found = listing(city.actor("officer"), "colour=red&name=x")
        assert found.asked.unknown == ["colour"]
        with pytest.raises(BadQuery):
            found.refuse_unknown()

    @pytest.mark.parametrize("number", ["1e400", "1" * 40, "NaN", "1.001", "--1"])
    def test_of_numbers_stay_within_the_column(self, city: City, number: str) -> None:
        errors = listing(city.actor("officer"), f"birth_year_min={number}").errors
        assert list(errors) == ["birth_year_min"]


class TestOrder:
    def test_turns_round(self, city: City, shops: list[Counterpart]) -> None:
        actor = city.actor("officer")
        assert names(actor, "ordering=name") == names(actor, "ordering=-name")[::-1]

    def test_follows_pages_by_cursor(self, city: City, shops: list[Counterpart]) -> None:
        actor, seen, cursor = city.actor("officer"), [], None
        while True:
            query = f"page_size=2&cursor={cursor.encode()}" if cursor else "page_size=2"
            found = listing(actor, query)
            builder = found.builder(COUNTERPARTS.page_columns)
            part = found.page(builder)
            seen += [builder.values(row)["name"] for row in part.rows]
            if (cursor := part.next) is None:
                break
        assert seen == names(actor)

    def test_of_another_cursor_is_refused(self, city: City, shops: list[Counterpart]) -> None:
        found = listing(city.actor("officer"), "page_size=1")
        cursor = found.page(found.builder(COUNTERPARTS.page_columns)).next
        assert cursor is not None
        with pytest.raises(BadQuery):
            names(city.actor("officer"), f"ordering=-name&cursor={cursor.encode()}")


class TestMasks:
    def test_hide_what_the_role_may_not_see(self, city: City, shops: list[Counterpart]) -> None:
        found = listing(city.actor("supervisor"))
        assert not city.actor("supervisor").may(Permission.COUNTERPART_REVEAL)
        builder = found.builder(COUNTERPARTS.page_columns)
        for row in found.page(builder).rows:
            assert "****" in builder.values(row)["identifier"]

    def test_leave_it_to_who_may(self, city: City, shops: list[Counterpart]) -> None:
        found = listing(city.actor("officer"))
        builder = found.builder(COUNTERPARTS.page_columns)
        shown = {builder.values(row)["identifier"] for row in found.page(builder).rows}
        assert shown == {shop.identifier for shop in shops}

    @pytest.mark.parametrize("query", ["ordering=birth_year", "birth_year_min=1900"])
    def test_are_not_told_by_order_or_filter(self, city: City, query: str) -> None:
        found = listing(city.actor("supervisor"), query)
        assert found.errors or found.asked.unknown
        may = listing(city.actor("officer"), query)
        assert (may.errors, may.asked.unknown) == ({}, [])


class TestCost:
    @pytest.mark.parametrize("rows", [1, 8])
    def test_is_one_query_whatever_the_rows(
        self, city: City, rows: int, django_assert_num_queries: Any
    ) -> None:
        for number in range(rows):
            a_counterpart(city, name=f"示例{number}")
        actor = city.actor("officer")
        with django_assert_num_queries(1):
            assert len(names(actor)) == rows

    def test_of_counting_is_capped(self, city: City, shops: list[Counterpart]) -> None:
        found = listing(city.actor("officer"))
        assert (found.count(2).label, found.count(3).label) == ("2+", "3")
