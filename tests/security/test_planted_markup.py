"""Markup that people typed stays text: on every page, for every role, in both languages, and in exports."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client

from tests.security.addresses import all_addresses
from tests.security.house import PEOPLE, InTheHouse, client_of

pytestmark = pytest.mark.slow

PLANTED = "\"'><zqx zqx=1>"
FORMULA = "=1+1|zqx"
ADDRESSES = [a for a in all_addresses() if "-transition-" not in a.name]


class Watch(HTMLParser):
    """Notes elements and attributes that only the planted text can have made."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.grown: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        strange = [name for name, _value in attrs if name == "zqx" or name.startswith("on")]
        if tag == "zqx" or strange:
            self.grown.append(self.get_starttag_text() or tag)


def grown_in(body: str) -> list[str]:
    watch = Watch()
    watch.feed(body)
    return watch.grown


def test_the_watch_sees_what_it_looks_for() -> None:
    assert grown_in(f'<input value="{PLANTED}">')
    assert grown_in("<p onclick=x>")
    assert not grown_in("<p>&lt;zqx zqx=1&gt;</p>")


def pages(client: Client, house: Any) -> Iterator[tuple[str, Any]]:
    for address in ADDRESSES:
        path = house.path_to(address)
        response = client.get(path)
        if response.status_code == 200:
            yield path, response


class TestPlantedMarkup(InTheHouse):
    mark = PLANTED

    def test_grows_on_no_page_of_any_role(self) -> None:
        met, grown = 0, []
        for username in PEOPLE:
            for path, response in pages(client_of(username), self.house):
                body = b"".join(response.streaming_content) if response.streaming else response.content
                text = body.decode("utf-8", "replace")
                met += "zqx" in text
                if response["Content-Type"].startswith("text/html"):
                    grown += [f"{username} {path}: {tag}" for tag in grown_in(text)]
                else:
                    assert response["X-Content-Type-Options"] == "nosniff"
        assert grown == []
        assert met > 30  # the planted text was on the pages that were looked at

    def test_comes_back_from_a_search_as_text(self) -> None:
        client = client_of("officer")
        for path in ("/search/?q=", "/cases/?search=", "/counterparts/?search=", "/cases/?ordering="):
            response = client.get(path + quote(PLANTED))
            assert grown_in(response.content.decode()) == []

    def test_in_a_file_name_leaves_no_header_open(self) -> None:
        evidence = self.house.south.evidence
        response = client_of("officer").get(f"/cases/{evidence.case_id}/evidence/{evidence.pk}/")
        assert response.status_code == 200
        assert response["Content-Disposition"].startswith("attachment;")
        assert "\n" not in response["Content-Disposition"]
        assert b"".join(response)


class TestPlantedFormulas(InTheHouse):
    mark = FORMULA

    def test_are_defused_in_every_export(self) -> None:
        client, seen = client_of("head"), 0
        for address in ADDRESSES:
            if address.arguments or "-" in address.name or address.name.startswith("public"):
                continue
            response = client.get(self.house.path_to(address) + "?export=csv")
            if response.status_code == 200 and response["Content-Type"].startswith("text/csv"):
                text = b"".join(response).decode("utf-8-sig")
                cells = [cell.strip('"') for line in text.splitlines() for cell in line.split(",")]
                seen += sum("zqx" in cell for cell in cells)
                assert [cell for cell in cells if cell.startswith(("=", "+", "@"))] == []
        assert seen > 5
