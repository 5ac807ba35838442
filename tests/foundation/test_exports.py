"""A list as a file: the same masks, and nothing in it runs."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.db import OperationalError
from django.http import QueryDict
from django.test import Client
from openpyxl import load_workbook  # noqa: TID251 - reads what this test wrote

from enforcement.models import Counterpart, Officer
from foundation.lists import Listing, exporting
from foundation.lists.safe_text import CELL_LIMIT, cut_to_cell, defused, without_controls
from foundation.models import AuditEntry
from tests.city import NOON, City, a_counterpart
from tests.foundation.sample import COUNTERPARTS

pytestmark = pytest.mark.django_db
URL = "/sample/counterparts/"


def sheet_of(response: Any) -> list[tuple[Any, ...]]:
    book = load_workbook(io.BytesIO(b"".join(response)))
    return [tuple(cell for cell in row) for row in book.active.iter_rows()]


def table_of(response: Any) -> list[list[str]]:
    return list(csv.reader(io.StringIO(b"".join(response).decode("utf-8-sig"))))


class TestText:
    @pytest.mark.parametrize("start", list("=+-@\t\r＝＋－＠"))
    def test_that_a_spreadsheet_would_run_is_defused(self, start: str) -> None:
        assert defused(f"{start}1+1").startswith("'")
        assert start.isspace() or defused(f"  {start}1+1").startswith("'")

    @pytest.mark.parametrize("text", ["", "甲一", "a=1", "1-2"])
    def test_that_is_harmless_stays(self, text: str) -> None:
        assert defused(text) == text

    def test_loses_the_signs_that_break_files(self) -> None:
        assert without_controls("a\x00b\x0bc\ud800d\ufffee\n") == "abcde\n"

    @pytest.mark.parametrize("sign", ["长", "𠮷"])
    def test_too_long_for_a_cell_is_cut_and_says_so(self, sign: str) -> None:
        cut = cut_to_cell(sign * 40_000)
        assert len(cut.encode("utf-16-le")) // 2 <= CELL_LIMIT
        assert "40000" in cut
        assert cut_to_cell(sign * 10) == sign * 10


class TestFiles:
    def test_of_csv_hold_labels_and_defused_text(
        self, shops: list[Counterpart], as_user: Callable[[str], Client]
    ) -> None:
        response = as_user("officer").get(URL, {"export": "csv"})
        assert response["Content-Type"].startswith("text/csv")
        rows = table_of(response)
        assert rows[0][:2] == ["Name", "Kind"]
        assert "'=HYPERLINK(1)示例" in [row[0] for row in rows]

    def test_of_xlsx_hold_no_formula(
        self, shops: list[Counterpart], as_user: Callable[[str], Client]
    ) -> None:
        rows = sheet_of(as_user("officer").get(URL, {"export": "xlsx"}))
        assert {cell.data_type for row in rows for cell in row} <= {"s", "n", "d", "b"}
        assert "=HYPERLINK(1)示例" in [row[0].value for row in rows]
        assert any(isinstance(cell.value, datetime) for row in rows for cell in row)

    @pytest.mark.parametrize("form", ["csv", "xlsx"])
    def test_are_masked_as_the_page_is(
        self, shops: list[Counterpart], as_user: Callable[[str], Client], form: str
    ) -> None:
        response = as_user("supervisor").get(URL, {"export": form})
        if form == "xlsx":
            text = str([cell.value for row in sheet_of(response) for cell in row])
        else:
            text = str(table_of(response))
        assert "****" in text
        assert not [shop for shop in shops if shop.identifier in text]

    def test_hold_what_was_filtered_and_nothing_else(
        self, shops: list[Counterpart], as_user: Callable[[str], Client]
    ) -> None:
        rows = table_of(as_user("officer").get(URL, {"export": "csv", "name": "百货"}))
        assert [row[0] for row in rows[1:]] == ["乙二示例百货店"]

    def test_go_beyond_one_chunk(self, city: City, sample: None) -> None:
        for number in range(5):
            a_counterpart(city, name=f"示例{number}")
        listing = Listing(COUNTERPARTS, actor=city.actor("officer"), at=NOON, params=QueryDict())
        builder = listing.builder(COUNTERPARTS.export_columns)
        assert [len(rows) for rows in listing.chunks(builder, size=2)] == [2, 2, 1]

    @pytest.mark.parametrize("form", ["csv", "xlsx"])
    def test_stand_in_the_record(
        self, shops: list[Counterpart], as_user: Callable[[str], Client], form: str
    ) -> None:
        """Who, which list, which filters (a name keeps its first sign alone), how many rows."""
        client = as_user("officer")
        b"".join(client.get(URL, {"export": form, "name": "百货", "kind": "legal_person"}))
        entry = AuditEntry.objects.get(action="list:export")
        assert entry.actor_name == Officer.objects.get(username="officer").name_zh
        assert entry.why == f"counterparts · {form} · 1 · kind=legal_person; name=百*"

    def test_that_cannot_be_recorded_are_not_given(
        self, shops: list[Counterpart], as_user: Callable[[str], Client], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def no_record(*_args: Any, **_kwargs: Any) -> None:
            raise OperationalError("the record is full")

        monkeypatch.setattr(exporting, "audited", no_record)
        assert as_user("officer").get(URL, {"export": "csv"}).status_code == 503

    def test_too_large_are_refused_in_words(
        self, shops: list[Counterpart], as_user: Callable[[str], Client], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(exporting, "LARGEST_INLINE", 2)
        response = as_user("officer").get(URL, {"export": "csv"})
        assert response.status_code == 400
        assert response["Content-Type"].startswith("text/html")

    def test_of_another_kind_are_refused(
        self, shops: list[Counterpart], as_user: Callable[[str], Client]
    ) -> None:
        assert as_user("officer").get(URL, {"export": "exe"}).status_code == 400
