"""Issue an access token; the secret alone goes to standard output."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from enforcement.models import Officer
from enforcement.services.officers import issue_token
from foundation.actors import COMMAND
from foundation.obstacles import Refused
from foundation.permissions import Permission


class Command(BaseCommand):
    help = "Issue a token for an officer and print it; it is shown this once and kept as a digest."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("username")
        parser.add_argument(
            "--scope",
            action="append",
            choices=[p.value for p in Permission],
            help="a right, repeatable; by default all that the officer may read",
        )
        parser.add_argument("--days", type=int, default=90, help="how long it lasts (default: 90)")
        parser.add_argument("--name", default="issued by command", help="what it is for")

    def handle(self, *_args: Any, **options: Any) -> None:
        officer = Officer.objects.active().filter(username=options["username"]).first()
        if officer is None:
            raise CommandError(f"there is no active officer {options['username']}")
        scopes = options["scope"] or readable(officer)
        try:
            _token, secret = issue_token(
                by=COMMAND,
                at=timezone.now(),
                officer=officer,
                name=options["name"],
                scopes=scopes,
                days=options["days"],
            )
        except Refused as error:
            raise CommandError(str(error)) from error
        self.stdout.write(secret)


def readable(officer: Officer) -> list[str]:
    """Everything that the officer may read."""
    return sorted(p.value for p in officer.as_actor().permissions if p.value.endswith(":read"))
