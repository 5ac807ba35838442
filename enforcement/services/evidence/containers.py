"""Documents that hold other files: PDF, and the archives that DOCX, XLSX and OFD are."""

from __future__ import annotations

import zipfile
from typing import IO

from enforcement.services.evidence.pictures import tail_of

_MOST_MEMBERS = 2000
_LARGEST_UNPACKED = 300 * 1024 * 1024
_MOST_RATIO = 200
_PROGRAMS = ("vbaproject.bin", "activex", ".exe", ".dll", ".js", ".vbs", ".bat", ".html", ".htm", ".svg")
_ACTIVE_PDF = (b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/RichMedia")
_PIECE = 1024 * 1024
_OVERLAP = 32


def is_pdf(file: IO[bytes], size: int) -> bool:
    """The header at the very start, the end mark near the end, no archive behind, nothing that runs."""
    file.seek(0)
    if file.read(5) != b"%PDF-":
        return False
    tail = tail_of(file, size)
    if b"%%EOF" not in tail[-2048:] or b"PK\x05\x06" in tail:
        return False
    return not _holds_any(file, _ACTIVE_PDF)


def is_docx(file: IO[bytes], size: int) -> bool:
    return _is_archive_with(file, size, {"[Content_Types].xml", "word/document.xml"})


def is_xlsx(file: IO[bytes], size: int) -> bool:
    return _is_archive_with(file, size, {"[Content_Types].xml", "xl/workbook.xml"})


def is_ofd(file: IO[bytes], size: int) -> bool:
    return _is_archive_with(file, size, {"OFD.xml"})


def _is_archive_with(file: IO[bytes], size: int, needed: set[str]) -> bool:
    """A sound archive that begins and ends with the file, holds ``needed``, is no bomb and runs nothing."""
    file.seek(0)
    if file.read(4) != b"PK\x03\x04" or not _ends_with_its_directory(file, size):
        return False
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return False
    return needed <= {m.filename for m in members} and _is_harmless(members)


def _ends_with_its_directory(file: IO[bytes], size: int) -> bool:
    """Nothing hangs behind the archive: its end record, with its comment, is the end of the file."""
    tail = tail_of(file, size)
    place = tail.rfind(b"PK\x05\x06")
    if place < 0 or len(tail) - place < 22:
        return False
    comment = int.from_bytes(tail[place + 20 : place + 22], "little")
    return len(tail) - place == 22 + comment


def _is_harmless(members: list[zipfile.ZipInfo]) -> bool:
    unpacked = sum(m.file_size for m in members)
    packed = sum(m.compress_size for m in members) or 1
    small = (
        len(members) <= _MOST_MEMBERS and unpacked <= _LARGEST_UNPACKED and unpacked / packed <= _MOST_RATIO
    )
    return small and all(_is_plain(m) for m in members)


def _is_plain(member: zipfile.ZipInfo) -> bool:
    name = member.filename.lower()
    inside = not name.startswith(("/", "\\")) and ".." not in name.replace("\\", "/").split("/")
    encrypted = bool(member.flag_bits & 0x1)
    return inside and not encrypted and not any(mark in name for mark in _PROGRAMS)


def _holds_any(file: IO[bytes], marks: tuple[bytes, ...]) -> bool:
    file.seek(0)
    left = b""
    while piece := file.read(_PIECE):
        window = left + piece
        if any(mark in window for mark in marks):
            return True
        left = window[-_OVERLAP:]
    return False
