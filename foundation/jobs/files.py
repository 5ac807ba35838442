"""Files of jobs: written beside their name, forced to the disk, named in one step, kept for a while."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO

from django.conf import settings

from foundation.models import Job

FOLDER = "jobs"
YOUNG = timedelta(hours=6)


def path_of(name: str) -> Path:
    """Where a job's file lies; the name is ours and holds no folder."""
    return Path(settings.MEDIA_ROOT) / FOLDER / Path(name).name


@contextmanager
def written(name: str) -> Iterator[IO[bytes]]:
    """A file to write; it gets its name when the body succeeds, and is gone when it does not."""
    path = path_of(name)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.part")
    try:
        with draft.open("wb") as target:
            draft.chmod(0o600)
            yield target
            target.flush()
            os.fsync(target.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def remove(name: str) -> None:
    """Remove a job's file, if it is there."""
    if name:
        path_of(name).unlink(missing_ok=True)


def remove_orphans(*, at: datetime) -> int:
    """Remove files of which no job speaks, left by a worker that was killed; returns how many."""
    gone, limit = 0, (at - YOUNG).timestamp()
    for path in (Path(settings.MEDIA_ROOT) / FOLDER).glob("*"):
        if path.stat().st_mtime < limit and not Job.objects.filter(file=path.name).exists():
            path.unlink(missing_ok=True)
            gone += 1
    return gone
