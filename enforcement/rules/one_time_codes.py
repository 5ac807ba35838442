"""Codes of the second factor: another one every half minute, each good once (RFC 6238; 等保 2.0)."""

from __future__ import annotations

import unicodedata
from base64 import b32decode
from datetime import datetime

from cryptography.hazmat.primitives.constant_time import bytes_eq
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.hotp import HOTP
from cryptography.hazmat.primitives.twofactor.totp import TOTP

STEP = 30
DIGITS = 6
DRIFT = 1  # a device's clock may be half a minute off
ISSUER = "Guidepost"
_DASHES = str.maketrans("", "", " -‐‑–—")


def plain_code(text: str) -> str:
    """A code as it was meant, however it was typed."""
    return unicodedata.normalize("NFKC", text).translate(_DASHES).strip().upper()


def step_of(code: str, *, secret: str, at: datetime, after: int) -> int | None:
    """The half minute whose code this is, provided that it comes after the last one that was used."""
    hotp = HOTP(b32decode(secret), DIGITS, SHA1())  # noqa: S303 - what every app computes
    now, given = int(at.timestamp()) // STEP, plain_code(code).encode("utf-8", "replace")
    steps = [s for s in range(now - DRIFT, now + DRIFT + 1) if bytes_eq(hotp.generate(s), given)]
    return max((s for s in steps if s > after), default=None)


def code_at(secret: str, at: datetime) -> str:
    """The code that the device shows at that moment."""
    return _totp(secret).generate(int(at.timestamp())).decode()


def address_for_device(secret: str, username: str) -> str:
    """What the square code says to the app."""
    return _totp(secret).get_provisioning_uri(username, ISSUER)


def _totp(secret: str) -> TOTP:
    return TOTP(b32decode(secret), DIGITS, SHA1(), STEP)  # noqa: S303
