"""Evidence on the disk is what was received, and nothing else lies there (Penalty Law, Art. 46-47)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

from django.conf import settings

from enforcement.models import Evidence
from foundation.invariants import invariant

FOLDER = "evidence"
YOUNG = timedelta(hours=1)
_AT_ONCE = 500


@invariant("evidence:as_received")
def altered_files(_at: datetime) -> Iterator[str]:
    """Every row has its file, with the size and digest that were noted."""
    rows = Evidence.objects.order_by("pk").values_list("pk", "file", "size", "sha256")
    for pk, name, size, sha256 in rows.iterator():
        path = Path(settings.MEDIA_ROOT) / name
        if not path.is_file():
            yield f"the file of evidence {pk} is missing"
        elif path.stat().st_size != size or _sha256(path) != sha256:
            yield f"the file of evidence {pk} was altered"


@invariant("evidence:no_orphans")
def orphans(at: datetime) -> Iterator[str]:
    """No file older than an hour lies there that no row speaks of."""
    root, limit = Path(settings.MEDIA_ROOT), (at - YOUNG).timestamp()
    old = (path for path in sorted((root / FOLDER).glob("*/*")) if path.stat().st_mtime < limit)
    while some := [str(path.relative_to(root)) for path in islice(old, _AT_ONCE)]:
        known = set(Evidence.objects.filter(file__in=some).values_list("file", flat=True))
        yield from (f"no row speaks of {name}" for name in some if name not in known)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
