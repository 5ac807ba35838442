"""XLSX written row by row: text stays text, whatever it begins with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from itertools import chain, islice
from pathlib import Path
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
ROWS_A_SHEET = 1_000_000  # a sheet holds 1,048,576, and says nothing of what it drops
_NOT_IN_SHEET_NAME = str.maketrans("", "", "[]:*?/\\'")


def write_xlsx(
    target: IO[bytes], columns: tuple[Column, ...], rows: Iterable[list[Any]], *, title: str
) -> None:
    """Write sheets of a million rows at most, each with a frozen line of labels."""
    book = xlsxwriter.Workbook(target, {**_OPTIONS, "tmpdir": _folder_of(target)})
    styles = [
        book.add_format({"num_format": _FORMATS[c.kind]}) if c.kind in _FORMATS else None for c in columns
    ]
    bold = book.add_format({"bold": True})
    try:
        remaining, number = iter(rows), 1
        while _write_sheet(book, columns, islice(remaining, ROWS_A_SHEET), (bold, styles), title, number):
            number += 1
        book.close()
    except BaseException:
        _drop(book)
        raise


def _write_sheet(
    book: Any, columns: tuple[Column, ...], rows: Iterator[list[Any]], formats: Any, title: str, number: int
) -> bool:
    """Write one sheet, the first one even without rows; returns whether it is full."""
    first = next(rows, None)
    if first is None and number > 1:
        return False
    bold, styles = formats
    sheet = book.add_worksheet(_sheet_name(title, number))
    sheet.freeze_panes(1, 0)
    for x, column in enumerate(columns):
        sheet.set_column(x, x, _WIDTHS.get(column.kind, 16))
    for x, column in enumerate(columns):
        sheet.write_string(0, x, without_controls(str(column.label)), bold)
    y = 0
    for y, row in enumerate(chain([] if first is None else [first], rows), start=1):
        for x, cell in enumerate(row):
            _write(sheet, y, x, cell, styles[x])
    return y == ROWS_A_SHEET


def _sheet_name(title: str, number: int) -> str | None:
    name = title.translate(_NOT_IN_SHEET_NAME)[:28].strip()
    return (name or None) if number == 1 else f"{name} {number}".strip()


def _folder_of(target: IO[bytes]) -> str | None:
    """Rows wait beside the file that is written, so that a killed worker leaves them where they are cleared."""
    name = getattr(target, "name", None)
    return str(Path(name).parent) if isinstance(name, str) else None


def _drop(book: Any) -> None:
    """Leave nothing of a book that is not finished."""
    for sheet in book.worksheets():
        if sheet.row_data_fh is not None:
            sheet.row_data_fh.close()
            Path(sheet.row_data_filename).unlink(missing_ok=True)


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
