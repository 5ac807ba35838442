"""Pictures and films, recognised by their own structure; nothing may hang on behind their end."""

from __future__ import annotations

from typing import IO

_PNG = b"\x89PNG\r\n\x1a\n"
_END_OF_ZIP = b"PK\x05\x06"
_TAIL = 70_000  # where the end of a ZIP archive must lie
_MOST_CHUNKS = 100_000
_HEIC = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
_MP4 = frozenset(
    {b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ", b"MSNV", b"dash"}
)


def is_png(file: IO[bytes], size: int) -> bool:
    """The signature, a header first, chunks that fill the file exactly, and the end last."""
    file.seek(0)
    if file.read(8) != _PNG:
        return False
    place = 8
    for number in range(_MOST_CHUNKS):
        file.seek(place)
        prefix = file.read(8)
        if len(prefix) < 8 or (number == 0 and prefix[4:] != b"IHDR"):
            return False
        place += 12 + int.from_bytes(prefix[:4], "big")
        if prefix[4:] == b"IEND":
            return place == size
    return False


def is_jpeg(file: IO[bytes], size: int) -> bool:
    """Start and end markers; cameras add pictures behind the first, but no archive hides there."""
    file.seek(0)
    if file.read(3) != b"\xff\xd8\xff":
        return False
    tail = tail_of(file, size)
    return b"\xff\xd9" in tail and _END_OF_ZIP not in tail and b"<script" not in tail.lower()


def is_heic(file: IO[bytes], size: int) -> bool:
    return _is_iso_media(file, size, _HEIC)


def is_mp4(file: IO[bytes], size: int) -> bool:
    return _is_iso_media(file, size, _MP4)


def _is_iso_media(file: IO[bytes], size: int, brands: frozenset[bytes]) -> bool:
    """A ``ftyp`` box of a known brand first, and boxes that fill the file exactly."""
    file.seek(0)
    head = file.read(64)
    first = int.from_bytes(head[:4], "big")
    if head[4:8] != b"ftyp" or not 16 <= first <= 1024:
        return False
    named = {head[8:12], *(head[i : i + 4] for i in range(16, min(first, 64), 4))}
    return bool(named & brands) and _boxes_fill(file, size)


def _boxes_fill(file: IO[bytes], size: int) -> bool:
    place = 0
    for _number in range(_MOST_CHUNKS):
        if place == size:
            return True
        file.seek(place)
        prefix = file.read(16)
        length = int.from_bytes(prefix[:4], "big")
        if length == 1:
            length = int.from_bytes(prefix[8:16], "big")
        elif length == 0:  # the last box reaches to the end
            length = size - place
        if len(prefix) < 8 or length < 8 or not prefix[4:8].isalnum() or place + length > size:
            return False
        place += length
    return False


def tail_of(file: IO[bytes], size: int, length: int = _TAIL) -> bytes:
    file.seek(max(0, size - length))
    return file.read(length)
