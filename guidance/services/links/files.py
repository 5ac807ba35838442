"""Files that come with an answer of a counterpart (Art. 8)."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import Any

from enforcement.models.kept_files import keeps_files
from guidance.models import ReplyFile
from guidance.services.received_files import Arrived, received

FOLDER = "replies"

keeps_files(FOLDER, ReplyFile)


def with_answer(files: Iterable[Any]) -> AbstractContextManager[list[Arrived]]:
    """The uploaded ``files`` on the disk, each with name and type; raises ValidationError for what is not taken."""
    return received(files, folder=FOLDER, field="attachments")
