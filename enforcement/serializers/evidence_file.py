"""Evidence goes out as a file to keep, never as a page to run (Art. 6; Penalty Law, Art. 46, 50)."""

from __future__ import annotations

from typing import Any

from django.http import FileResponse, Http404

from enforcement.services.evidence import open_file

SANDBOX = "default-src 'none'; sandbox"


def as_attachment(evidence: Any) -> FileResponse:
    """The file under its own name; raises Http404 when the disk has lost it."""
    try:
        file = open_file(evidence)
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(
        file, as_attachment=True, filename=evidence.original_name, content_type=evidence.content_type
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = SANDBOX
    response["Cache-Control"] = "no-store"
    return response
