"""The published catalogue as a file: the three lists of organs, and the sheet it is worked on (Art. 9)."""

from __future__ import annotations

import io
from datetime import date

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from enforcement.services.documents.pdf_printing import NoFont
from enforcement.services.documents.tables import print_table, write_book, write_table
from riskcontrol.models import RiskCatalogue
from riskcontrol.reports.printing import published_tables
from riskcontrol.reports.working_sheet import write_working_sheet

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": XLSX,
}


def published_file(form: str, day: date, *, field: int | None = None) -> HttpResponse:
    """What was in force on ``day``: all three lists as ``xlsx``, the list of risk points as ``docx`` or ``pdf``.

    Raises Http404 for another form, or where no font can print it.
    """
    if form not in TYPES:
        raise Http404
    try:
        content = _content(form, day, field)
    except NoFont as error:
        raise Http404 from error
    return _download(content, TYPES[form], f"{_('Risk points')} {day.isoformat()}.{form}")


def working_file(found: RiskCatalogue) -> HttpResponse:
    """The sheet in which the catalogue is worked on."""
    file = io.BytesIO()
    write_working_sheet(file, found)
    return _download(file.getvalue(), XLSX, f"{_('Risk points')} {found}.xlsx")


def _content(form: str, day: date, field: int | None) -> bytes:
    tables = published_tables(day, field=field)
    if form == "xlsx":
        return write_book(tables)
    return print_table(tables[0]) if form == "pdf" else write_table(tables[0])


def _download(content: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = content_disposition_header(True, name) or ""
    return response
