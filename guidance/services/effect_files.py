"""What shows the effect of guidance beside its words: a document of the action, a file (Art. 8)."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from enforcement.models import Document
from enforcement.models.kept_files import keeps_files
from guidance.models import EffectFile, GuidanceAction
from guidance.services.received_files import Arrived, received

FOLDER = "effects"

keeps_files(FOLDER, EffectFile)


def shown_by(files: Iterable[Any]) -> AbstractContextManager[list[Arrived]]:
    """The uploaded ``files`` on the disk, each with name and type; raises ValidationError for what is not taken."""
    return received(files, folder=FOLDER, field="attachment")


def attach(action: GuidanceAction, files: list[Arrived]) -> None:
    """Keep ``files`` beside the words that tell the effect, inside an open act."""
    for file, name, content_type in files:
        EffectFile(
            action=action, file=file.path, original_name=name, content_type=content_type, size=file.size,
            sha256=file.sha256,
        ).save()  # fmt: skip


def refuse_other_document(action: GuidanceAction, document: Document | None) -> None:
    """Raise ValidationError for a document that is about something else."""
    if document is not None and document.subject != f"guidance:{action.pk}":
        raise ValidationError(
            {"document": ValidationError(_("This document is about something else."), code="misfit")}
        )
