"""Enters the definitions of indicators and opens the periods (Art. 4)."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from evaluation.services import load_indicators, open_periods
from foundation.actors import COMMAND


class Command(BaseCommand):
    help = "Enters the definitions of indicators and opens the evaluation periods; repeating it does no harm."

    def handle(self, *_args: Any, **_options: Any) -> None:
        now = timezone.now()
        written = load_indicators(by=COMMAND, at=now)
        opened = open_periods(by=COMMAND, at=now)
        self.stdout.write(f"{written} indicators written, {opened} periods opened")
