"""The ledger of simple guidance: counted rows, in by hand and by sheet, out as the official table (Art. 8)."""

from __future__ import annotations

import io
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from foundation.models import AuditEntry
from foundation.obstacles import Forbidden, Refused
from foundation.record.chain import link_pending
from foundation.record.rows import RowCheck
from guidance.models import LedgerRow
from guidance.reports.ledger import totals_of
from guidance.services.ledger import correct_row, enter_row, import_rows, remove_row, try_rows
from tests.city import NOON, City
from tests.guidance.conftest import SignIn

pytestmark = [pytest.mark.django_db, pytest.mark.article("8.3")]
TODAY = NOON.date()
ROW = ["2026-11-20", "提示", "宣传资料", "辖区商户", "消防安全折页", 120, 300, "知晓率提高", ""]


def a_row(city: City, *, by: str = "officer", **values: Any) -> LedgerRow:
    given = {
        "held_on": TODAY, "way": "tip", "method": "leaflet", "audience": "辖区商户", "content": "消防安全折页",
        "people": 120, "copies": 300, "result": "知晓率提高", **values,
    }  # fmt: skip
    return enter_row(by=city.actor(by), at=NOON, **given)


def a_sheet(*rows: list[Any], heading: bool = True) -> SimpleUploadedFile:
    content = io.BytesIO()
    with Workbook(content, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        heads = (
            [["时间", "方式", "方法", "对象", "内容", "人数", "份数", "指导结果", "备注"]] if heading else []
        )
        for y, row in enumerate([*heads, *rows]):
            for x, value in enumerate(row):
                sheet.write(y, x, value, *([day] if isinstance(value, datetime) else []))
    return SimpleUploadedFile("t.xlsx", content.getvalue())


class TestARow:
    def test_is_numbered_within_organ_and_year(self, city: City) -> None:
        serials = [a_row(city).serial, a_row(city).serial, a_row(city, by="officer_north").serial]
        last_year = a_row(city, held_on=date(2025, 12, 31)).serial
        assert (serials, last_year) == ([1, 2, 1], 1)

    def test_counts_something_on_a_day_that_has_come(self, city: City) -> None:
        with pytest.raises(ValidationError):
            a_row(city, people=0, copies=0)
        with pytest.raises(ValidationError):
            a_row(city, held_on=TODAY + timedelta(days=1))

    def test_is_corrected_by_the_own_organ_alone(self, city: City) -> None:
        row = a_row(city)
        assert correct_row(row.pk, by=city.actor("officer2"), at=NOON, people=99).people == 99
        with pytest.raises(LedgerRow.DoesNotExist):
            correct_row(row.pk, by=city.actor("officer_north"), at=NOON, people=1)
        with pytest.raises(Forbidden):
            correct_row(row.pk, by=city.actor("supervisor"), at=NOON, people=1)

    def test_is_removed_with_a_reason_and_counts_no_more(self, city: City) -> None:
        row, _other = a_row(city), a_row(city, people=1, copies=0)
        remove_row(row.pk, by=city.actor("officer"), at=NOON, reason="重复登记")
        assert AuditEntry.objects.get(action="ledger:remove").why == "重复登记"
        assert totals_of(LedgerRow.objects.standing()).people == 1
        with pytest.raises(Refused):
            correct_row(row.pk, by=city.actor("officer"), at=NOON, people=2)


class TestASheet:
    def test_is_entered_row_by_row(self, city: City) -> None:
        by = city.actor("officer")
        day = datetime(2026, 11, 2)  # noqa: DTZ001 - as a cell of a sheet holds it
        assert (
            import_rows(by=by, at=NOON, file=a_sheet(ROW, [day, "guide", "hotline", "群众", "解答咨询", 8]))
            == 2
        )
        first, second = LedgerRow.objects.order_by("serial")
        assert (first.way, first.method, first.people, first.copies) == ("tip", "leaflet", 120, 300)
        assert (second.held_on, second.way, second.method, second.copies) == (
            day.date(),
            "guide",
            "hotline",
            0,
        )
        link_pending()
        assert list(RowCheck(LedgerRow).findings()) == []

    def test_is_tried_without_a_trace(self, city: City) -> None:
        assert try_rows(by=city.actor("officer"), at=NOON, file=a_sheet(ROW)) == 1
        assert not LedgerRow.objects.exists()

    @pytest.mark.parametrize(
        ("place", "value", "word"),
        [(0, "昨天", "昨天"), (0, "2027-01-01", "2"), (1, "罚款", "罚款"), (2, "x", "x"), (3, "", "2"),
         (5, "很多", "很多"),
         (5, -1, "-1"), (6, 1e300, "1e+300"), (4, "长" * 501, "500"), (5, "nan", "nan")],
    )  # fmt: skip
    def test_with_one_wrong_row_is_refused_as_a_whole(
        self, city: City, place: int, value: Any, word: str
    ) -> None:
        wrong = [*ROW[:place], value, *ROW[place + 1 :]]
        with pytest.raises(ValidationError) as refused:
            import_rows(by=city.actor("officer"), at=NOON, file=a_sheet(wrong, ROW))
        (message,) = refused.value.message_dict["file"]
        assert "2" in message
        assert word in message
        assert not LedgerRow.objects.exists()

    @pytest.mark.parametrize(
        "content",
        [b"", b"PK\x03\x04", b"day,way\n", b"\x00" * 2_000_000],
        ids=["none", "torn", "csv", "huge"],
    )
    def test_that_is_no_workbook_is_refused(self, city: City, content: bytes) -> None:
        with pytest.raises(ValidationError):
            import_rows(by=city.actor("officer"), at=NOON, file=SimpleUploadedFile("t.xlsx", content))

    def test_with_too_many_rows_or_none_is_refused(self, city: City) -> None:
        for sheet in (a_sheet(*([ROW] * 2001)), a_sheet()):
            with pytest.raises(ValidationError):
                import_rows(by=city.actor("officer"), at=NOON, file=sheet)


class TestTheFile:
    def test_has_the_columns_of_the_official_table(self, city: City, as_user: SignIn) -> None:
        a_row(city)
        browser = as_user("officer")
        answer = browser.get("/ledger/?export=xlsx", headers={"accept-language": "zh-hans"})
        book = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(answer)))  # type: ignore[arg-type]
        rows = book.get_sheet_by_index(0).to_python()
        place = rows.index(["序号", "时间", "方式、对象和内容", "指导结果", "备注"])
        serial, day, described, result, _note = rows[place + 1]
        assert (int(serial), result) == (1, "知晓率提高")
        assert "2026-11-20" in str(day)
        assert described == "宣传资料；辖区商户；消防安全折页"

    def test_holds_no_formula(self, city: City, as_user: SignIn) -> None:
        a_row(city, content="=HYPERLINK(1)", audience="@x", result="+1", note="-1")
        text = b"".join(as_user("officer").get("/ledger/?export=csv")).decode()  # type: ignore[arg-type]
        cells = [cell.strip('"') for line in text.splitlines()[1:] for cell in line.split(",")]
        assert cells
        assert [cell for cell in cells if cell[:1] in "=+-@" and cell] == []


class TestPages:
    def test_show_the_totals_of_what_the_filters_leave(self, city: City, as_user: SignIn) -> None:
        a_row(city)
        a_row(city, method="hotline", people=5, copies=0)
        page = as_user("officer").get("/ledger/?method=hotline").content.decode()
        assert "5 people reached" in page
        assert "0 copies" in page

    def test_lead_from_a_sheet_that_was_tried_to_its_import(self, city: City, as_user: SignIn) -> None:
        browser = as_user("officer")
        tried = browser.post("/ledger/try/", {"file": a_sheet(ROW)})
        assert (tried.status_code, tried["Location"]) == (302, "/ledger/import/")
        entered = browser.post("/ledger/import/", {"file": a_sheet(ROW)})
        assert (entered.status_code, LedgerRow.objects.count()) == (302, 1)
        wrong = browser.post("/ledger/import/", {"file": a_sheet([*ROW[:5], -3])})
        assert (wrong.status_code, "Row 2" in wrong.content.decode()) == (400, True)

    def test_take_a_row_in_and_out(self, city: City, as_user: SignIn) -> None:
        browser = as_user("officer")
        form = {
            "held_on": "2026-11-20",
            "way": "tip",
            "method": "oral",
            "audience": "群众",
            "content": "讲解",
            "people": 30,
            "copies": 0,
        }
        assert browser.post("/ledger/new/", form).status_code == 302
        row = LedgerRow.objects.get()
        assert browser.get(row.get_absolute_url()).status_code == 200
        gone = browser.post(f"/ledger/{row.pk}/do/remove/", {"reason": "误", "expected_version": row.version})
        assert gone.status_code == 302
        assert "removed" in browser.get(row.get_absolute_url()).content.decode()


class TestTheAPI:
    def test_enters_corrects_and_removes(self, city: City, as_user: SignIn) -> None:
        browser = as_user("officer")
        body = {
            "held_on": "2026-11-20",
            "way": "tip",
            "method": "oral",
            "audience": "群众",
            "content": "讲解",
            "people": 3,
            "copies": 0,
        }
        made = browser.post("/api/v1/guidance-ledger/", body, content_type="application/json")
        assert made.status_code == 201, made.content
        path, headers = f"/api/v1/guidance-ledger/{made.json()['id']}/", {"If-Match": made["ETag"]}
        changed = browser.patch(path, {"people": 4}, content_type="application/json", headers=headers)
        assert changed.json()["people"] == 4
        gone = browser.post(
            f"{path}transitions/remove/", {"reason": "误"}, content_type="application/json",
            headers={"If-Match": changed["ETag"]},
        )  # fmt: skip
        assert gone.json()["removal_reason"] == "误"
        assert browser.get("/api/v1/guidance-ledger/").json()["results"] == []

    def test_tries_and_imports_a_sheet(self, city: City, as_user: SignIn) -> None:
        browser = as_user("officer")
        tried = browser.post("/api/v1/guidance-ledger/try-sheet/", {"file": a_sheet(ROW)})
        assert (tried.status_code, tried.json()) == (200, {"rows": 1})
        entered = browser.post("/api/v1/guidance-ledger/import-sheet/", {"file": a_sheet(ROW, ROW)})
        assert (entered.json(), LedgerRow.objects.count()) == ({"rows": 2}, 2)
        wrong = browser.post("/api/v1/guidance-ledger/import-sheet/", {"file": a_sheet([*ROW[:5], -3])})
        assert wrong.status_code == 400
        assert (
            as_user("evaluator")
            .post("/api/v1/guidance-ledger/import-sheet/", {"file": a_sheet(ROW)})
            .status_code
            == 403
        )
