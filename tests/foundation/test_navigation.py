"""The navigation shows what the actor may open, and knows where one is."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import RequestFactory

from foundation import context
from foundation.actors import ANONYMOUS, Actor
from foundation.permissions import Permission

OFFICER = Actor("x", officer_id=1, permissions=frozenset({Permission.CASE_READ}))


@pytest.fixture
def items(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    settings.ROOT_URLCONF = "tests.foundation.sample"
    monkeypatch.setattr(context, "_items", {})
    context.add_item("Work", "Cases", "folder", "sample:cases", Permission.CASE_READ, 20)
    context.add_item("Work", "Counterparts", "users", "sample:counterparts", Permission.COUNTERPART_READ, 10)
    context.add_item("More", "Register", "plus", "sample:register", None, 30, lambda request: 7)
    context.add_item("More", "Nowhere", "x", "sample:nowhere", None, 40)


def shown(path: str, actor: Actor = OFFICER) -> dict[str, Any]:
    request = RequestFactory().get(path)
    request.actor = actor  # type: ignore[attr-defined]
    return context.navigation(request)


@pytest.mark.usefixtures("items")
class TestNavigation:
    def test_holds_what_the_actor_may_open_in_order(self) -> None:
        groups = shown("/")["navigation"]
        assert [(g["label"], [i["label"] for i in g["items"]]) for g in groups] == [
            ("Work", ["Cases"]),
            ("More", ["Register"]),
        ]

    def test_marks_the_longest_address_that_fits(self) -> None:
        groups = shown("/sample/counterparts/new/x/")["navigation"]
        assert [i["label"] for g in groups for i in g["items"] if i["active"]] == ["Register"]

    def test_counts_where_a_count_is_given(self) -> None:
        assert shown("/")["navigation"][1]["items"][0]["count"] == 7

    def test_is_empty_for_nobody(self) -> None:
        found = shown("/", ANONYMOUS)
        assert (found["navigation"], found["actor"]) == ([], None)

    def test_names_what_leads_nowhere(self) -> None:
        assert context.lost_items() == ["sample:nowhere"]


def test_every_item_of_the_house_leads_somewhere() -> None:
    assert context.lost_items() == []
