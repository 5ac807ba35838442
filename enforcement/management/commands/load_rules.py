"""Enters the rules of law, or brings them up to date; what the city set stays (Art. 5, 6)."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from enforcement.services.rules import load_rules
from foundation.actors import COMMAND


class Command(BaseCommand):
    help = "Enter the rules of law that come with the program, or bring them up to date. Exit 0 when done."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument(
            "--dry-run", action="store_true", help="say how many there would be, change nothing"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        with transaction.atomic():
            rules = load_rules(by=COMMAND, at=timezone.now())
            transaction.set_rollback(options["dry_run"])
        self.stdout.write(f"{len(rules)} rules")
