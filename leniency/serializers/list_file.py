"""A list as a file: on paper in the columns that organs publish, or as the sheet it is worked on (Art. 10)."""

from __future__ import annotations

import io

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from enforcement.services.documents.pdf_printing import NoFont
from enforcement.services.documents.tables import print_table, write_table
from leniency.models import LeniencyList
from leniency.reports.printing import table_of
from leniency.reports.working_sheet import write_working_sheet

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def list_file(found: LeniencyList, form: str) -> HttpResponse:
    """The list as ``docx``, ``pdf`` or ``xlsx``; raises Http404 for another form or where no font can print it."""
    if form not in TYPES:
        raise Http404
    try:
        content = _content(found, form)
    except NoFont as error:
        raise Http404 from error
    response = HttpResponse(content, content_type=TYPES[form])
    response["Content-Disposition"] = content_disposition_header(True, f"{found}.{form}") or ""
    return response


def _content(found: LeniencyList, form: str) -> bytes:
    if form == "xlsx":
        file = io.BytesIO()
        write_working_sheet(file, found)
        return file.getvalue()
    return print_table(table_of(found)) if form == "pdf" else write_table(table_of(found))
