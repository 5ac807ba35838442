"""The rows of a list as HTML: the same for every kind, and nothing that people typed is markup."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import pytest

from foundation.lists import Column
from foundation.templatetags.rows import table_rows

PAYLOAD = "'\"><svg/onload=alert(1)>"


def cell(kind: str = "text", display: str = "x", **more: Any) -> dict[str, Any]:
    column = Column("c", more.pop("label", "Label"))
    return {"column": column, "kind": kind, "display": display, "tone": "bad", "url": "", **more}


def row_of(*cells: dict[str, Any], url: str = "/there/") -> str:
    return table_rows([{"url": url, "cells": [cell(display="head"), *cells]}])


class Names(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.append(tag)


class TestCells:
    @pytest.mark.parametrize(
        ("kind", "markup"),
        [
            ("badge", '<span class="badge badge-state tone-bad">x</span>'),
            ("deadline", '<span class="badge tone-bad">x</span>'),
            ("number", '<span class="number">x</span>'),
            ("money", '<span class="number">x</span>'),
            ("text", ">x</td>"),
        ],
    )
    def test_have_the_shape_of_their_kind(self, kind: str, markup: str) -> None:
        assert markup in row_of(cell(kind))

    def test_that_are_masked_say_so(self) -> None:
        assert 'class="masked"' in row_of(cell("masked"))

    def test_link_where_they_lead_somewhere(self) -> None:
        assert '<a href="/x/">x</a>' in row_of(cell("link", url="/x/"))

    def test_with_nothing_are_a_dash(self) -> None:
        assert "void" in row_of(cell(display=""))
        assert "—" in row_of(cell(display=""))

    def test_of_a_row_without_a_page_lead_nowhere(self) -> None:
        assert "<a" not in row_of(cell(), url="")

    @pytest.mark.parametrize("kind", ["text", "badge", "deadline", "masked", "number", "link", "list"])
    def test_never_turn_what_was_typed_into_markup(self, kind: str) -> None:
        names = Names()
        names.feed(row_of(cell(kind, PAYLOAD, url=PAYLOAD, label=PAYLOAD, tone=PAYLOAD), url=PAYLOAD))
        assert set(names.tags) <= {"tr", "th", "td", "a", "span"} | (
            {"svg", "use"} if kind == "masked" else set()
        )
        assert kind == "masked" or "svg" not in names.tags
