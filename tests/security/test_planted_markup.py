"""Markup that people typed stays text in what comes back from a search, in the names of files, and in exports."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from tests.security.addresses import all_addresses
from tests.security.house import InTheHouse, client_of
from tests.security.markup import FORMULA, PLANTED, grown_in

pytestmark = pytest.mark.slow

ADDRESSES = [a for a in all_addresses() if "-transition-" not in a.name]


def test_the_watch_sees_what_it_looks_for() -> None:
    assert grown_in(f'<input value="{PLANTED}">')
    assert grown_in("<p onclick=x>")
    assert not grown_in("<p>&lt;zqx zqx=1&gt;</p>")


class TestPlantedMarkup(InTheHouse):
    mark = PLANTED

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
