"""Documents are kept like evidence: under names that say nothing, with size and digest (Art. 6)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager

from enforcement.models import Document, DocumentFile
from enforcement.models.kept_files import DOCUMENTS
from enforcement.services.evidence.storing import Stored, stored
from enforcement.vocabulary import FileForm

LARGEST = 20 * 1024 * 1024


@contextmanager
def kept(content: bytes) -> Iterator[Stored]:
    """Write ``content`` to the disk; it is taken away again when the body fails."""
    with stored(io.BytesIO(content), at_most=LARGEST, folder=DOCUMENTS) as file:
        yield file


def attach(document: Document, form: FileForm, file: Stored) -> DocumentFile:
    """Note the kept file as the ``form`` of ``document``, inside the open audit entry."""
    row = DocumentFile(document=document, form=form, file=file.path, size=file.size, sha256=file.sha256)
    row.save()
    return row
