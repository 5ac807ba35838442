"""Synthetic volume, to measure with."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from desk.services.tallies import fold_tallies
from desk.services.volume import load_volume
from foundation.actors import COMMAND
from foundation.record.chain import link_pending


class Command(BaseCommand):
    help = (
        "Add invented counterparts, cases of five years, guidance and return visits: set-based, in one "
        "transaction, under one audit entry. Meant for measuring, never for an installation in use."
    )

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--cases", type=int, required=True, help="how many cases")
        parser.add_argument("--counterparts", type=int, help="how many counterparts (as many as cases)")
        parser.add_argument("--guidance", type=int, help="how many guidance actions (as many as cases)")
        parser.add_argument("--teams", type=int, default=0, help="found so many more organs, by the services")
        parser.add_argument("--seed", type=int, default=1, help="another seed gives another load")
        parser.add_argument("--dry-run", action="store_true", help="only say what would be written")

    def handle(self, *_args: Any, **options: Any) -> None:
        wanted = {name: options[name] for name in ("cases", "counterparts", "guidance", "teams")}
        asked = {name: options["cases"] if number is None else number for name, number in wanted.items()}
        if options["cases"] < 1 or options["counterparts"] == 0 or min(asked.values()) < 0:
            raise CommandError("Ask for at least one case and one counterpart, and for nothing negative.")
        if options["dry_run"]:
            self.stdout.write(", ".join(f"{number:,} {name}" for name, number in asked.items()))
            return
        loaded = load_volume(by=COMMAND, at=timezone.now(), seed=options["seed"], tell=self._tell, **asked)
        for kind, number in loaded.rows.items():
            self.stdout.write(f"{number:>12,} {kind}")
        link_pending()
        fold_tallies(at=timezone.now())
        self.stdout.write(self.style.SUCCESS(f"written under audit entry {loaded.entry_id}"))

    def _tell(self, what: str, done: int, number: int) -> None:
        if done == number or done % 50_000 == 0:
            self.stdout.write(f"  {what}: {done:,} of {number:,}")
            self.stdout.flush()
