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
from foundation.record.chain import link_pending


class Command(BaseCommand):
    help = "Found the invented city in an empty database; a database with organs is left as it is."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--cases", type=int, default=200)
        parser.add_argument("--counterparts", type=int, default=300)
        parser.add_argument("--dry-run", action="store_true", help="only say what would be founded")

    def handle(self, *_args: Any, **options: Any) -> None:
        if Organ.objects.exists():
            self.stdout.write("There is a city already; nothing was changed.")
            return
        if options["dry_run"]:
            self.stdout.write(f"{options['counterparts']} counterparts, {options['cases']} cases")
            return
        password = os.environ.get("DEMO_PASSWORD") or secrets.token_urlsafe(9)
        found_city(
            at=timezone.now(), password=password, cases=options["cases"],
            counterparts=options["counterparts"], tell=lambda line: self.stdout.write(f"  {line} ..."),
        )  # fmt: skip
        link_pending()
        self._write_logins(password)

    def _write_logins(self, password: str) -> None:
        names = ", ".join(row[0] for row in FIXED)
        text = f"user names: {names}\npassword:   {password}\n"
        path = Path(settings.GUIDEPOST_DATA) / "logins.txt"
        path.write_text(text, encoding="utf-8")
        path.chmod(0o600)
        self.stdout.write(text)
