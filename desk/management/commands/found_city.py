"""Found the invented city for trying out and for teaching."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from desk.services.founding import found_city
from desk.services.founding.people import FIXED
from enforcement.models import Organ
from enforcement.reports.invariants.files import FOLDER as EVIDENCE
from foundation.due import sweep
from foundation.record.chain import link_pending


class Command(BaseCommand):
    help = (
        "Found the invented city in an empty database; a database with organs is left as it is. "
        "Stopped in the middle, nothing of it remains, and it may be started again."
    )

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--cases", type=int, default=200)
        parser.add_argument("--counterparts", type=int, default=300)
        parser.add_argument("--dry-run", action="store_true", help="only say what would be founded")

    def handle(self, *_args: Any, **options: Any) -> None:
        begun = Path(settings.GUIDEPOST_DATA) / "logins.begun"
        is_founded = Organ.objects.exists()
        if is_founded and not begun.exists():
            self.stdout.write("There is a city already; nothing was changed.")
        elif options["dry_run"]:
            self.stdout.write(f"{options['counterparts']} counterparts, {options['cases']} cases")
        else:
            if not is_founded:
                _clear_remains(begun)
                self._found(_note_logins(begun), options)
            self._finish(begun)

    def _found(self, password: str, options: dict[str, Any]) -> None:
        found_city(
            at=timezone.now(), password=password, cases=options["cases"],
            counterparts=options["counterparts"], tell=self._tell,
        )  # fmt: skip

    def _finish(self, begun: Path) -> None:
        """What may be done again when it was interrupted; the logins are told when all is done."""
        self._tell("closing the record")
        sweep(at=timezone.now())
        link_pending()
        logins = begun.replace(begun.with_name("logins.txt"))
        self.stdout.write(logins.read_text(encoding="utf-8"))

    def _tell(self, part: str, done: int = 0, of: int = 0) -> None:
        self.stdout.write(f"  {part} {done} of {of} ..." if of else f"  {part} ...")


def _clear_remains(begun: Path) -> None:
    """Take away the files of a founding that was interrupted, whose rows are gone."""
    since = begun.stat().st_mtime if begun.exists() else None
    if since is not None:
        for path in (Path(settings.MEDIA_ROOT) / EVIDENCE).glob("*/*"):
            if path.stat().st_mtime >= since:
                path.unlink()


def _note_logins(path: Path) -> str:
    """Choose the password and note it before anything is founded: no city without its logins."""
    password = os.environ.get("DEMO_PASSWORD") or secrets.token_urlsafe(9)
    names = ", ".join(row[0] for row in FIXED)
    path.touch(mode=0o600)
    path.write_text(f"user names: {names}\npassword:   {password}\n", encoding="utf-8")
    return password
