"""A list as a file: on paper in the columns that organs publish, or as the sheet it is worked on (Art. 10)."""

from __future__ import annotations

import io
from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from enforcement.rules.tables import PrintedTable
from enforcement.services.documents.pdf_printing import NoFont
from enforcement.services.documents.tables import print_table, write_book, write_table
from leniency.models import LeniencyList
from leniency.reports.printing import table_of
from leniency.reports.working_sheet import write_working_sheet

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
WRITERS: dict[str, Callable[[PrintedTable], bytes]] = {
    "docx": write_table,
    "pdf": print_table,
    "xlsx": lambda table: write_book([table]),
}


def list_file(found: LeniencyList, form: str) -> HttpResponse:
    """The list in the columns that organs publish, as ``docx``, ``pdf`` or ``xlsx``.

    Raises Http404 for another form or where no font can print it.
    """
    if form not in TYPES:
        raise Http404
    try:
        return _sent(found, form, WRITERS[form](table_of(found)))
    except NoFont as error:
        raise Http404 from error


def working_file(found: LeniencyList, form: str) -> HttpResponse:
    """As ``list_file``, but ``xlsx`` is the sheet in which the list is worked on and that an import reads."""
    if form != "xlsx":
        return list_file(found, form)
    file = io.BytesIO()
    write_working_sheet(file, found)
    return _sent(found, form, file.getvalue())


def _sent(found: LeniencyList, form: str, content: bytes) -> HttpResponse:
    response = HttpResponse(content, content_type=TYPES[form])
    response["Content-Disposition"] = content_disposition_header(True, f"{found}.{form}") or ""
    return response
