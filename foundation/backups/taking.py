"""Taking a backup while people work: rows of one moment, the files that they speak of, the anchors."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection

from foundation.backups import rows
from foundation.backups.archive import Manifest, Writer
from foundation.jobs.files import FOLDER as JOBS
from foundation.record.chain import anchor_path

ANCHORS = "audit-anchors.log"
FILES = "files/"


def take_backup(path: Path, *, at: datetime, tell: Callable[[str], None] = lambda _line: None) -> Manifest:
    """Write a backup to ``path``, readable by its owner alone; half of one is never left under that name.

    The anchors come first and the files last: the rows then know every link that an anchor seals, and every
    file that a row speaks of is there. Keys are not in it. Raises FileExistsError.
    """
    if path.exists():
        raise FileExistsError(path)
    part = path.with_name(f".{path.name}.{os.getpid()}")
    part.touch(mode=0o600, exist_ok=False)
    manifest = Manifest(at.isoformat(), connection.vendor, rows.applied_migrations())
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".backup-") as folder:
            _write(Writer(part, manifest), Path(folder), tell)
        os.link(part, path)  # unlike a renaming, this never replaces a file that came meanwhile
    finally:
        part.unlink()
    return manifest


def _write(writer: Writer, folder: Path, tell: Callable[[str], None]) -> None:
    tell("anchors of the record")
    if anchor_path().exists():
        with anchor_path().open("rb") as file:
            writer.add(ANCHORS, file)
    tell("rows")
    writer.manifest.tables = rows.dump(writer.add, folder)
    tell("files")
    for path in stored_files():
        with path.open("rb") as file:
            writer.add(FILES + path.relative_to(settings.MEDIA_ROOT).as_posix(), file)
    writer.finish()


def stored_files() -> Iterator[Path]:
    """Everything that lies among the stored files, but what is being written and what jobs make again."""
    root = Path(settings.MEDIA_ROOT)
    whole = (
        path for path in sorted(root.rglob("*")) if path.suffix != ".part" and path.parent != root / JOBS
    )
    return (path for path in whole if path.is_file() and not path.is_symlink())
