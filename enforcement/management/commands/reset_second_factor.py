"""Forget the device of an officer, for the day when no security administrator can."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from enforcement.models import Officer
from enforcement.services.officers import reset_second_factor
from foundation.actors import COMMAND
from foundation.obstacles import Refused


class Command(BaseCommand):
    help = (
        "Reset the second factor of an officer: the next sign-in binds a new device. It stands in the record."
    )

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("username")
        parser.add_argument("--why", required=True, help="the reason that stands in the record")

    def handle(self, *_args: Any, **options: Any) -> None:
        officer = Officer.objects.filter(username=options["username"]).first()
        if officer is None:
            raise CommandError(f"there is no officer {options['username']}")
        try:
            reset_second_factor(officer.pk, by=COMMAND, at=timezone.now(), why=options["why"])
        except Refused as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{officer.username} binds a new device at the next sign-in.")
