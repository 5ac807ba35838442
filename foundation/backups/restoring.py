"""Bringing a backup back into an empty installation, and saying whether the record is whole."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from foundation.backups import rows
from foundation.backups.archive import Archive, BadArchive
from foundation.backups.taking import ANCHORS, FILES, stored_files
from foundation.models import AuditEntry
from foundation.record.chain import anchor_path
from foundation.record.verify import findings


class NotEmpty(Exception):
    """Something is stored here already; a backup never overwrites it."""


def restore(
    archive: Archive, *, dry_run: bool = False, tell: Callable[[str], None] = lambda _line: None
) -> list[str]:
    """Bring everything back; returns what the walk over the record then finds, best nothing.

    The whole backup is read and compared before anything is written. Raises BadArchive, and NotEmpty.
    """
    tell("reading the whole backup")
    archive.verify()
    _refuse_what_does_not_fit(archive)
    _refuse_unless_empty()
    if dry_run:
        return []
    tell("files")
    root = Path(settings.MEDIA_ROOT)
    for name in archive.names:
        if name.startswith(FILES):
            archive.extract(name, root / name.removeprefix(FILES))
    tell("rows")
    with tempfile.TemporaryDirectory(dir=settings.GUIDEPOST_DATA, prefix=".restore-") as folder:
        rows.load(archive, Path(folder))
    if ANCHORS in archive.names:
        archive.extract(ANCHORS, anchor_path())
    tell("walking over the record")
    return list(findings())


def _refuse_what_does_not_fit(archive: Archive) -> None:
    made = archive.manifest
    if made.vendor != connection.vendor:
        raise BadArchive(f"it holds rows of {made.vendor}, and this database is {connection.vendor}")
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    if set(made.migrations) - known or (made.vendor == "postgresql" and known - set(made.migrations)):
        raise BadArchive("it was made by another version: restore it with that version, then migrate")


def _refuse_unless_empty() -> None:
    if any(stored_files()):
        raise NotEmpty(f"Files are stored in {settings.MEDIA_ROOT} already.")
    if anchor_path().exists():
        raise NotEmpty(f"There are anchors in {anchor_path()} already.")
    tables = connection.introspection.table_names()
    if AuditEntry._meta.db_table in tables and AuditEntry.objects.exists():
        raise NotEmpty("The database holds a record already.")
