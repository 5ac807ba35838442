"""How a document goes out: on the screen without protected data, as a file only to who may see them (Art. 6)."""

from __future__ import annotations

from datetime import datetime

from django.http import FileResponse, Http404

from enforcement.models import Document
from enforcement.rules.letters import Letter
from enforcement.serializers.evidence_file import as_attachment
from enforcement.services.counterparts import note_api_reading
from foundation.actors import Actor
from foundation.permissions import Permission

REVEAL = Permission.COUNTERPART_REVEAL
MASK = "●●●●"


def readable(letter: Letter, actor: Actor) -> Letter:
    """The letter as ``actor`` may read it on the screen."""
    return letter if actor.may(REVEAL) else letter.masked(MASK)


def file_of(document: Document, form: str, *, by: Actor, at: datetime) -> FileResponse:
    """The file as an attachment; raises Http404 and Forbidden. A program's reading is noted."""
    if document.letter.personal:
        by.require(REVEAL)
    found = document.files.select_related("document").filter(form=form).first()
    if found is None:
        raise Http404
    note_api_reading(document, by=by, at=at)
    return as_attachment(found)
