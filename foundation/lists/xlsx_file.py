"""XLSX written row by row: text stays text, whatever it begins with."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import IO, Any

import xlsxwriter

from foundation.lists.column import Column, Kind
from foundation.lists.safe_text import cut_to_cell, without_controls

_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_FORMATS = {
    Kind.DATE: "yyyy-mm-dd",
    Kind.DATETIME: "yyyy-mm-dd hh:mm",
    Kind.DEADLINE: "yyyy-mm-dd",
    Kind.MONEY: "#,##0.00",
}
_WIDTHS = {Kind.TEXT: 24, Kind.LINK: 28, Kind.LIST: 30}
_NOT_IN_SHEET_NAME = str.maketrans("", "", "[]:*?/\\'")


def write_xlsx(
    target: IO[bytes], columns: tuple[Column, ...], rows: Iterable[list[Any]], *, title: str
) -> None:
    """Write one sheet with a frozen line of labels."""
    book = xlsxwriter.Workbook(target, _OPTIONS)
    sheet = book.add_worksheet(title.translate(_NOT_IN_SHEET_NAME)[:31].strip() or None)
    bold = book.add_format({"bold": True})
    styles = [
        book.add_format({"num_format": _FORMATS[c.kind]}) if c.kind in _FORMATS else None for c in columns
    ]
    sheet.freeze_panes(1, 0)
    for x, column in enumerate(columns):
        sheet.set_column(x, x, _WIDTHS.get(column.kind, 16))
    for x, column in enumerate(columns):
        sheet.write_string(0, x, without_controls(str(column.label)), bold)
    for y, row in enumerate(rows, start=1):
        for x, cell in enumerate(row):
            _write(sheet, y, x, cell, styles[x])
    book.close()


def _write(sheet: Any, y: int, x: int, cell: Any, style: Any) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, datetime):
        sheet.write_datetime(y, x, cell.replace(tzinfo=None), style)
    elif isinstance(cell, date):
        sheet.write_datetime(y, x, datetime(cell.year, cell.month, cell.day), style)  # noqa: DTZ001 - a sheet has no zones
    elif isinstance(cell, int | float | Decimal) and not isinstance(cell, bool):
        sheet.write_number(y, x, cell, style)
    else:
        sheet.write_string(y, x, cut_to_cell(without_controls(str(cell))), style)
