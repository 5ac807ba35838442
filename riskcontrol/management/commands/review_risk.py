"""Reviews the risk of all counterparts by hand, or checks the stored scores (Art. 9)."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from foundation.actors import COMMAND
from riskcontrol.reports.reference import differences
from riskcontrol.services.reviewing import review_all


class Command(BaseCommand):
    help = "Reviews the risk of all counterparts; goes on where a review of today stopped."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--again", action="store_true", help="begin the review of today anew")
        parser.add_argument("--chunk", type=int, default=2000, help="counterparts in one transaction")
        parser.add_argument(
            "--check", action="store_true", help="afterwards compute each score the plain way, and compare"
        )

    def handle(self, *_args: Any, again: bool, chunk: int, check: bool, **_options: Any) -> None:
        review = review_all(by=COMMAND, at=timezone.now(), restart=again or check, chunk=chunk)
        self.stdout.write(
            f"{review.seen} counterparts seen, {review.written} scores and {review.moved} levels changed"
        )
        if check:
            self._check(review)

    def _check(self, review: Any) -> None:
        found = 0
        for difference in differences(today=timezone.localdate(review.at)):
            found += 1
            self.stdout.write(
                f"counterpart {difference.counterpart_id}: "
                f"stored {difference.stored}, expected {difference.expected}"
            )
        if found:
            raise SystemExit(1)
        self.stdout.write("every score agrees with the plain rule")
