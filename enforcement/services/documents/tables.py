"""A table as Word file or PDF, or several as a workbook: the same columns and rows everywhere."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import typst
import xlsxwriter
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from enforcement.rules.tables import PrintedTable
from enforcement.services.documents.docx_layout import BODY, CENTRE, HEAD, LEFT, add_page_number, type_run
from enforcement.services.documents.pdf_printing import fonts
from foundation.lists.safe_text import cut_to_cell, without_controls

LAYOUT = (Path(__file__).resolve().parents[2] / "data" / "table.typ").read_bytes()
SAFE = {
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "in_memory": True,
}
SIGNS_A_SHARE = 7
WIDTH = 261  # mm between the margins


def print_table(table: PrintedTable) -> bytes:
    """The table as PDF/A; raises NoFont."""
    body, head = fonts()
    data = {"table": json.dumps(table.as_dict(), ensure_ascii=False), "body": body, "head": head}
    return bytes(typst.compile(LAYOUT, sys_inputs=data, pdf_standards="a-2b"))


def write_table(table: PrintedTable) -> bytes:
    """The table as a Word file, its first row repeated on every page."""
    document = Document()
    _lay_across(document.sections[0])
    _line(document, table.title, size=20, font=HEAD, bold=True)
    for line in table.lines:
        _line(document, line, size=10.5, font=BODY)
    _fill(document.add_table(rows=1, cols=len(table.columns), style="Table Grid"), table)
    add_page_number(document.sections[0].footer.paragraphs[0])
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def write_book(tables: Iterable[PrintedTable]) -> bytes:
    """The tables as the sheets of one XLSX file, text as text, each with a frozen line of labels."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, SAFE) as book:
        bold = book.add_format({"bold": True})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        for table in tables:
            _fill_sheet(book.add_worksheet(_name_of_sheet(table.title)), table, bold, wrapped)
    return file.getvalue()


def _name_of_sheet(title: str) -> str:
    """What a sheet may be called: 31 signs, none of those that formulas use."""
    return re.sub(r"[\[\]:*?/\\']", " ", title)[:31].strip()


def _fill_sheet(sheet: Any, table: PrintedTable, bold: Any, wrapped: Any) -> None:
    sheet.freeze_panes(1, 0)
    for x, column in enumerate(table.columns):
        sheet.set_column(x, x, SIGNS_A_SHARE * column.share)
        sheet.write_string(0, x, column.label, bold)
    for y, row in enumerate(table.rows, start=1):
        for x, text in enumerate(row):
            sheet.write_string(y, x, cut_to_cell(without_controls(text)), wrapped)


def _lay_across(section: Any) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin, section.bottom_margin = Mm(20), Mm(18)


def _line(document: Any, text: str, **type_: Any) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = CENTRE
    type_run(paragraph.add_run(text), **type_)


def _fill(drawn: Any, table: PrintedTable) -> None:
    whole = sum(column.share for column in table.columns)
    widths = [Mm(WIDTH * column.share / whole) for column in table.columns]
    _write_row(drawn.rows[0], [column.label for column in table.columns], widths, bold=True)
    _repeat(drawn.rows[0])
    for row in table.rows:
        _write_row(drawn.add_row(), row, widths)


def _write_row(drawn: Any, cells: Any, widths: list[Any], *, bold: bool = False) -> None:
    for cell, text, width in zip(drawn.cells, cells, widths, strict=True):
        cell.width = width
        paragraph = cell.paragraphs[0]
        paragraph.alignment = CENTRE if bold else LEFT
        type_run(paragraph.add_run(text), size=10.5, font=BODY, bold=bold)


def _repeat(row: Any) -> None:
    head = OxmlElement("w:tblHeader")
    head.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(head)
