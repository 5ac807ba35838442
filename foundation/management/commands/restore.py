"""Bring a backup back into an empty installation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from foundation.backups import Archive, BadArchive, restore
from foundation.backups.restoring import NotEmpty


class Command(BaseCommand):
    help = (
        "Bring the backup at PATH back into an empty database and an empty folder of files, under the keys "
        "that made it. Exit 0 when the record is whole afterwards, 1 with one finding a line."
    )

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("path", type=Path)
        parser.add_argument(
            "--dry-run", action="store_true", help="read and compare the whole backup, write nothing"
        )

    def handle(self, *_args: Any, path: Path, dry_run: bool, **_options: Any) -> None:
        try:
            with Archive(path) as archive:
                found = restore(archive, dry_run=dry_run, tell=self._tell)
        except (BadArchive, NotEmpty) as error:
            raise CommandError(f"Nothing was restored: {error}") from error
        for finding in found:
            self.stdout.write(finding)
        if found:
            raise SystemExit(1)
        done = "the backup is whole and fits here" if dry_run else "restored; the record is whole"
        self.stdout.write(self.style.SUCCESS(done))

    def _tell(self, line: str) -> None:
        self.stdout.write(f"  {line} ...")
