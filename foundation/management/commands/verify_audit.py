"""Walk the audit chain, its anchors and all recorded rows."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from foundation.record.chain import link_pending
from foundation.record.verify import findings


class Command(BaseCommand):
    help = "Verify the audit record: exit 0 when all is well, 1 with one finding a line."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--no-link", action="store_true", help="do not link waiting entries first")

    def handle(self, *_args: Any, **options: Any) -> None:
        if not options["no_link"]:
            link_pending()
        found = 0
        for finding in findings():
            found += 1
            self.stdout.write(finding)
        if found:
            raise SystemExit(1)
        self.stdout.write(self.style.SUCCESS("the record is whole"))
