"""Enter holiday arrangements from a file, as they were announced."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from enforcement.services.holidays import import_arrangements
from foundation.actors import COMMAND
from foundation.obstacles import Refused


class Command(BaseCommand):
    help = (
        'Enter every year of a JSON file {"2027": {"off": [...], "makeup": [...]}} or of an XLSX sheet '
        "(a day in column A; “班” or “work” in column B for a make-up workday). A year is replaced as a whole."
    )

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--unofficial", action="store_true", help="the arrangement is a forecast")
        parser.add_argument("--source", default="", help="the notice that announced it")

    def handle(self, *_args: Any, **options: Any) -> None:
        file: Path = options["file"]
        try:
            years = import_arrangements(
                by=COMMAND,
                at=timezone.now(),
                name=file.name,
                content=file.read_bytes(),
                is_official=not options["unofficial"],
                source=options["source"],
            )
        except (OSError, ValidationError, Refused) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(", ".join(str(year) for year in years))
