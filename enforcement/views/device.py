"""What is shown to bind a device: a square code and its secret, kept in the session until it is proven."""

from __future__ import annotations

from typing import Any

import segno
from django.http import HttpRequest

from enforcement.models import Officer
from enforcement.rules.one_time_codes import address_for_device
from enforcement.services.officers import new_secret
from foundation.secrecy import decrypt, encrypt

SECRET = "second_factor_secret"  # noqa: S105 - the name under which it lies, encrypted
_GROUP = 4


def new_secret_in(request: HttpRequest) -> str:
    """Begin to bind a device in this session."""
    secret = new_secret()
    request.session[SECRET] = encrypt(secret)
    return secret


def secret_in(request: HttpRequest) -> str | None:
    """The secret that this session began with."""
    kept = request.session.get(SECRET)
    return decrypt(kept) if kept else None


def setup_of(secret: str, officer: Officer) -> dict[str, Any]:
    """The square code as an image in the address itself, and the secret in groups for typing."""
    square = segno.make(address_for_device(secret, officer.username), error="m")
    groups = [secret[i : i + _GROUP] for i in range(0, len(secret), _GROUP)]
    return {
        "image": square.svg_data_uri(scale=5, border=4, light="white", dark="black", xmldecl=False),
        "secret": " ".join(groups),
    }
