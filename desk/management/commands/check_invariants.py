"""What must be true at any time, checked now."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from foundation.invariants import breaches, codes


class Command(BaseCommand):
    help = "Check what must always be true: exit 0 when all is well, 1 with one finding a line."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--list", action="store_true", help="only name the invariants")
        parser.add_argument("only", nargs="*", metavar="INVARIANT", help="check these alone")

    def handle(self, *_args: Any, **options: Any) -> None:
        if options["list"]:
            self.stdout.write("\n".join(codes()))
            return
        if unknown := set(options["only"]) - set(codes()):
            raise CommandError(f"There is no invariant {', '.join(sorted(unknown))}; see --list.")
        found = 0
        for breach in breaches(at=timezone.now(), only=options["only"]):
            found += 1
            self.stdout.write(breach)
        if found:
            raise SystemExit(1)
        self.stdout.write(self.style.SUCCESS(f"{len(options['only'] or codes())} invariants hold"))
