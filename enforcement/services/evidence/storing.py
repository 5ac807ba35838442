"""Files outside the web's reach, under names that say nothing; a row is written only for a whole file."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import IO, Any
from uuid import uuid4

from django.conf import settings

from enforcement.models.kept_files import EVIDENCE, KEPT_IN

FOLDER = EVIDENCE
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
def stored(file: IO[bytes], *, at_most: int, folder: str = FOLDER) -> Iterator[Stored]:
    """Write ``file`` to the disk for good; take it away again when the body does not succeed.

    Raises TooLarge, and OSError when the disk is full: then nothing is left behind.
    """
    path = root() / folder / uuid4().hex[:2] / uuid4().hex
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


def open_file(kept: Any) -> IO[bytes]:
    """The bytes of a row with a ``file``; raises FileNotFoundError when they are gone."""
    return (root() / kept.file).open("rb")


def remove_orphans(*, at: datetime) -> int:
    """Remove files that no row speaks of, left by a process that was killed; returns how many."""
    return sum(_remove_from(folder, models, at) for folder, models in KEPT_IN.items())


def _remove_from(folder: str, models: tuple[type[Any], ...], at: datetime) -> int:
    gone = 0
    limit = (at - _YOUNG).timestamp()
    old = (path for path in (root() / folder).glob("*/*") if path.stat().st_mtime < limit)
    while some := list(islice(old, _AT_ONCE)):
        names = {str(path.relative_to(root())): path for path in some}
        for name in set(names) - known_among(names, models):
            names[name].unlink(missing_ok=True)
            gone += 1
    return gone


def known_among(names: Iterable[str], models: tuple[type[Any], ...]) -> set[str]:
    """Those of ``names`` that a row of one of ``models`` speaks of."""
    wanted = list(names)
    return {
        name
        for model in models
        for name in model.objects.filter(file__in=wanted).values_list("file", flat=True)
    }
