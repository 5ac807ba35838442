"""Do by hand, once, everything that is due."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from foundation.due import overdue, send_outside, sweep
from foundation.models import DueItem
from foundation.vocabulary import DueState


class Command(BaseCommand):
    help = "Do all due items once, as the scheduler does every minute."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only list what is due")

    def handle(self, *_args: Any, **options: Any) -> None:
        now = timezone.now()
        if options["dry_run"]:
            for item in DueItem.objects.filter(state=DueState.PENDING, due_at__lte=now).order_by("due_at"):
                self.stdout.write(f"{item.due_at.isoformat()} {item}")
            return
        result, sent = sweep(at=now), send_outside(clock=timezone.now)
        self.stdout.write(f"done {result.done}, failed {result.failed}, parked {result.parked}")
        self.stdout.write(f"sent outside {sent.done}, failed {sent.failed}, parked {sent.parked}")
        if result.failed or sent.failed or overdue(at=now).exists():
            raise SystemExit(1)
