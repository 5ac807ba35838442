"""Bearer tokens: shown once, kept as a digest."""

from __future__ import annotations

import hashlib
import secrets

PREFIX = "gp_"
_LONGEST = 200


def new_token() -> str:
    """A fresh token of 256 random bits, so that a plain digest of it cannot be guessed back."""
    return PREFIX + secrets.token_urlsafe(32)


def digest_of(token: str) -> str:
    """What is stored of ``token``."""
    return hashlib.sha256(token.encode()).hexdigest()


def is_plausible(token: str) -> bool:
    """Whether asking the database for ``token`` makes sense at all."""
    return len(token) <= _LONGEST and token.isascii() and token.isprintable() and " " not in token
