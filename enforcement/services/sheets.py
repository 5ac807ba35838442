"""Reading a sheet that somebody sends: small, a real workbook, and never unpacked without bounds."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook

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
