"""Evidence and documents on the disk are what was kept, and nothing else lies there (Penalty Law, Art. 46-47, 59)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from django.conf import settings

from enforcement.models import DocumentFile, DocumentTemplate, Evidence
from enforcement.models.kept_files import EVIDENCE, KEPT_IN
from foundation.invariants import invariant

FOLDER = EVIDENCE
YOUNG = timedelta(hours=1)
_AT_ONCE = 500


@invariant("evidence:as_received")
def altered_files(_at: datetime) -> Iterator[str]:
    """Every row has its file, with the size and digest that were noted."""
    yield from altered(Evidence, "the file of evidence")


@invariant("document:as_issued")
def altered_documents(_at: datetime) -> Iterator[str]:
    """Every issued document and every template has its file, as it was kept."""
    yield from altered(DocumentFile, "the file of document file")
    yield from altered(DocumentTemplate, "the file of template")


@invariant("evidence:no_orphans")
def orphans(at: datetime) -> Iterator[str]:
    """No file older than an hour lies there that no row speaks of."""
    root, limit = Path(settings.MEDIA_ROOT), (at - YOUNG).timestamp()
    for folder, models in KEPT_IN.items():
        old = (path for path in sorted((root / folder).glob("*/*")) if path.stat().st_mtime < limit)
        while some := [str(path.relative_to(root)) for path in islice(old, _AT_ONCE)]:
            known = {
                name
                for model in models
                for name in model.objects.filter(file__in=some).values_list("file", flat=True)
            }
            yield from (f"no row speaks of {name}" for name in some if name not in known)


def altered(model: Any, what: str) -> Iterator[str]:
    """The rows of ``model`` whose file is missing, or has another size or digest than was noted."""
    rows = model.objects.order_by("pk").values_list("pk", "file", "size", "sha256")
    for pk, name, size, sha256 in rows.iterator():
        path = Path(settings.MEDIA_ROOT) / name
        if not path.is_file():
            yield f"{what} {pk} is missing"
        elif path.stat().st_size != size or _sha256(path) != sha256:
            yield f"{what} {pk} was altered"


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
