"""Take a backup of rows, files and anchors while people work."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from foundation.backups import take_backup
from foundation.backups.taking import stored_files


class Command(BaseCommand):
    help = (
        "Write a backup to PATH: all rows as of one moment, all stored files, the anchors of the record, each "
        "with its digest. The keys (FIELD_KEY, ANCHOR_KEY, or secrets.json) are not in it: keep them apart."
    )

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("path", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="only say what would be written")

    def handle(self, *_args: Any, path: Path, dry_run: bool, **_options: Any) -> None:
        if dry_run:
            sizes = [file.stat().st_size for file in stored_files()]
            self.stdout.write(f"the rows, and {len(sizes)} files of {sum(sizes)} bytes, to {path}")
            return
        try:
            made = take_backup(path.absolute(), at=timezone.now(), tell=self._tell)
        except OSError as error:
            raise CommandError(f"Nothing was written: {error}") from error
        self.stdout.write(self.style.SUCCESS(f"{len(made.parts)} parts in {path}"))

    def _tell(self, line: str) -> None:
        self.stdout.write(f"  {line} ...")
