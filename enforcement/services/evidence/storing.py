"""Files outside the web's reach, under names that say nothing; a row is written only for a whole file."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import IO
from uuid import uuid4

from django.conf import settings

from enforcement.models import Evidence

FOLDER = "evidence"
_PIECE = 1024 * 1024
_YOUNG = timedelta(hours=1)
_AT_ONCE = 500


class TooLarge(ValueError):
    """More bytes came than were allowed."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A file as it lies on the disk: its path under the store, its size and its digest."""

    path: str
    size: int
    sha256: str


def root() -> Path:
    return Path(settings.MEDIA_ROOT)


@contextmanager
def stored(file: IO[bytes], *, at_most: int) -> Iterator[Stored]:
    """Write ``file`` to the disk for good; take it away again when the body does not succeed.

    Raises TooLarge, and OSError when the disk is full: then nothing is left behind.
    """
    path = root() / FOLDER / uuid4().hex[:2] / uuid4().hex
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        size, digest = _write(file, path, at_most)
        yield Stored(str(path.relative_to(root())), size, digest)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _write(file: IO[bytes], path: Path, at_most: int) -> tuple[int, str]:
    """Write beside the final name, force it to the disk, then give it its name in one step."""
    draft = path.with_suffix(".part")
    digest, size = hashlib.sha256(), 0
    try:
        file.seek(0)
        with draft.open("xb") as target:
            draft.chmod(0o600)
            while piece := file.read(_PIECE):
                size += len(piece)
                if size > at_most:
                    raise TooLarge
                digest.update(piece)
                target.write(piece)
            target.flush()
            os.fsync(target.fileno())
        draft.replace(path)
        _fsync_folder(path.parent)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return size, digest.hexdigest()


def _fsync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def open_file(evidence: Evidence) -> IO[bytes]:
    """The bytes of ``evidence``; raises FileNotFoundError when they are gone."""
    return (root() / evidence.file).open("rb")


def remove_orphans(*, at: datetime) -> int:
    """Remove files that no row speaks of, left by a process that was killed; returns how many."""
    gone = 0
    limit = (at - _YOUNG).timestamp()
    old = (path for path in (root() / FOLDER).glob("*/*") if path.stat().st_mtime < limit)
    while some := list(islice(old, _AT_ONCE)):
        names = {str(path.relative_to(root())): path for path in some}
        for name in set(names) - set(Evidence.objects.filter(file__in=names).values_list("file", flat=True)):
            names[name].unlink(missing_ok=True)
            gone += 1
    return gone
