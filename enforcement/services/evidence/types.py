"""Which files are accepted as evidence: ending and content must say the same (Penalty Law, Art. 46)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import IO, Any

import puremagic
from django.utils.translation import gettext_lazy as _

from enforcement.services.evidence import containers, pictures

HEAD = 4096
_MARKUP = (b"<html", b"<!doctype", b"<script", b"<svg", b"<body", b"<iframe", b"<?php")
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xfe\xed\xfa")

Check = Callable[[IO[bytes], int], bool]


@dataclass(frozen=True, slots=True)
class FileType:
    """One accepted type: its endings, what it is sent as, and how its content is recognised."""

    label: str
    endings: tuple[str, ...]
    content_type: str
    check: Check
    seen_as: frozenset[str] = frozenset()


_OFFICE = "application/vnd.openxmlformats-officedocument."
_ZIPPED = frozenset({".zip", ".docx", ".xlsx", ".pptx", ".ofd", ".jar", ".apk", ".epub", ".odt", ".ods"})
_ISO_MEDIA = frozenset({".mp4", ".m4v", ".mov", ".heic", ".heif", ".avif", ".3gp", ".m4a", ".jp2"})

TYPES: tuple[FileType, ...] = (
    FileType("PDF", (".pdf",), "application/pdf", containers.is_pdf, frozenset({".pdf", ".ai", ".fdf"})),
    FileType("PNG", (".png",), "image/png", pictures.is_png, frozenset({".png", ".apng"})),
    FileType("JPEG", (".jpg", ".jpeg"), "image/jpeg", pictures.is_jpeg,
             frozenset({".jpg", ".jpeg", ".jfif", ".jpe", ".jif", ".jfi"})),
    FileType("HEIC", (".heic",), "image/heic", pictures.is_heic, _ISO_MEDIA),
    FileType("MP4", (".mp4",), "video/mp4", pictures.is_mp4, _ISO_MEDIA),
    FileType("DOCX", (".docx",), f"{_OFFICE}wordprocessingml.document", containers.is_docx, _ZIPPED),
    FileType("XLSX", (".xlsx",), f"{_OFFICE}spreadsheetml.sheet", containers.is_xlsx, _ZIPPED),
    FileType("OFD", (".ofd",), "application/ofd", containers.is_ofd, _ZIPPED),
)  # fmt: skip
BY_ENDING = {ending: found for found in TYPES for ending in found.endings}
ACCEPTED = ", ".join(found.label for found in TYPES)

NOT_ACCEPTED: Any = _("Files of this kind are not accepted.")
NOT_WHAT_IT_SAYS: Any = _("The content of the file is not what its name says.")
HOLDS_A_PROGRAM: Any = _("The file holds a program or a web page.")


class NotAccepted(ValueError):
    """A file that is refused; ``message`` says why."""

    def __init__(self, message: Any) -> None:
        self.message = message
        super().__init__(str(message))


def type_of(file: IO[bytes], *, name: str, size: int) -> FileType:
    """The type of ``file`` by its ending and its content; raises NotAccepted unless both agree."""
    found = BY_ENDING.get(ending_of(name))
    if found is None:
        raise NotAccepted(NOT_ACCEPTED)
    head = _head(file)
    if head.startswith(_PROGRAMS) or any(mark in head.lower() for mark in _MARKUP):
        raise NotAccepted(HOLDS_A_PROGRAM)
    if not _agrees(head, found) or not found.check(file, size):
        raise NotAccepted(NOT_WHAT_IT_SAYS)
    return found


def ending_of(name: str) -> str:
    """The last ending of a file name, in small letters, with its dot; empty when it has none."""
    _stem, dot, ending = name.rpartition(".")
    return f".{ending.lower()}" if dot else ""


def _agrees(head: bytes, wanted: FileType) -> bool:
    """Whether the library of signatures, where it knows the file at all, sees a file of this family."""
    try:
        seen = {match.extension for match in puremagic.magic_string(head) if match.extension}
    except puremagic.PureError:
        return True
    return not seen or bool(seen & wanted.seen_as)


def _head(file: IO[bytes]) -> bytes:
    file.seek(0)
    head = file.read(HEAD)
    file.seek(0)
    return head
