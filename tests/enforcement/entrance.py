"""Ways through the entrance for tests: a browser, a device, and the words that are typed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.test import Client
from django.utils import timezone

from enforcement.models import Officer
from enforcement.rules.one_time_codes import STEP, code_at
from enforcement.services.officers import enrol_second_factor, new_secret
from foundation.models import SecondFactor
from tests.city import PASSWORD

WRONG_CODE = "000000"


def give_password(client: Client, username: str, password: str = PASSWORD, **more: Any) -> Any:
    return client.post("/sign-in/", {"username": username, "password": password, **more})


def is_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def half_minute(number: int) -> datetime:
    """A moment in the half minute of that number."""
    return datetime.fromtimestamp(number * STEP + 1, tz=UTC)


def bound(officer: Officer) -> tuple[str, list[str]]:
    """Bind a device two minutes ago; gives its secret and the recovery codes."""
    secret, earlier = new_secret(), half_minute(int(timezone.now().timestamp()) // STEP - 4)
    codes = enrol_second_factor(
        by=officer.as_actor(), at=earlier, secret=secret, code=code_at(secret, earlier)
    )
    officer.refresh_from_db()
    return secret, codes


def present_code(officer: Officer) -> str:
    """What the officer's device shows now."""
    return code_at(SecondFactor.objects.get(pk=officer.pk).secret, timezone.now())
