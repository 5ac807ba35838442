"""Reading a sheet that somebody sends: small, a real workbook, and never unpacked without bounds."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook

from foundation.acts.typed_text import tidy

LARGEST_FILE = 1024 * 1024
MOST_ROWS = 2000
MOST_ERRORS = 50
_LARGEST_UNPACKED = 16 * 1024 * 1024


def rows_of_sheet(file: Any) -> list[list[Any]]:
    """The rows of the first sheet of an XLSX file; raises ValidationError for anything else."""
    content: bytes = file.read(LARGEST_FILE + 1)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if (
                len(content) > LARGEST_FILE
                or sum(m.file_size for m in archive.infolist()) > _LARGEST_UNPACKED
            ):
                raise _unreadable()
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        rows: list[list[Any]] = workbook.get_sheet_by_index(0).to_python(nrows=MOST_ROWS + 1)
    except (zipfile.BadZipFile, CalamineError, IndexError, ValueError) as error:
        raise _unreadable() from error
    if len(rows) > MOST_ROWS:
        raise _unreadable()
    return rows


def lines_of_sheet(file: Any, *, width: int, heads: frozenset[str]) -> Iterator[tuple[int, list[str]]]:
    """The rows that say something, by number, as tidy text in ``width`` cells at least.

    A first row that begins with one of ``heads`` is a row of headings. Raises as ``rows_of_sheet``.
    """
    for number, row in enumerate(rows_of_sheet(file), start=1):
        cells = [str(tidy(_plain(cell))).strip() for cell in row]
        if any(cells) and not (number == 1 and cells[0].casefold() in heads):
            yield number, [*cells, *[""] * (width - len(cells))]


def refuse_twice(code: str, codes: set[str]) -> None:
    """Note ``code`` in ``codes``; raises ValueError when it stands there already."""
    if code in codes:
        raise ValueError(_("The code %(code)s stands in the sheet twice.") % {"code": code})
    codes.add(code)


def _plain(cell: Any) -> str:
    """A code or a number as it was typed: a sheet keeps 7 as 7.0."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def refuse_rows(errors: list[str]) -> None:
    """Raise ValidationError with one line a wrong row, when there are any."""
    if errors:
        raise ValidationError({"file": [ValidationError(text, code="row") for text in errors[:MOST_ERRORS]]})


def in_row(number: int, error: object) -> str:
    """What is wrong, and where."""
    return _("Row %(row)s: %(error)s") % {"row": number, "error": error}


def _unreadable() -> ValidationError:
    text = _("This file cannot be read: send an XLSX sheet of at most 2,000 rows and 1 MB.")
    return ValidationError({"file": ValidationError(text, code="unreadable")})
