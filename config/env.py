"""Typed readers of the environment; each variable is declared once, with its meaning."""

import base64
import binascii
import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",  # else two readers that both want to write refuse each other at once
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
}


@dataclass(frozen=True)
class Variable:
    name: str
    default: str
    meaning: str


VARIABLES: dict[str, Variable] = {}


def text(name: str, default: str = "", meaning: str = "") -> str:
    """The variable, or the content of the file named by NAME_FILE (secrets of containers)."""
    VARIABLES[name] = Variable(name, default, meaning)
    if path := os.environ.get(f"{name}_FILE"):
        return Path(path).read_text(encoding="utf-8").strip()
    return os.environ.get(name, "").strip() or default


def flag(name: str, *, default: bool = False, meaning: str = "") -> bool:
    """Raises ImproperlyConfigured for anything but yes or no."""
    value = text(name, "1" if default else "0", meaning).lower()
    if value not in {"0", "1", "false", "true", "no", "yes", "off", "on"}:
        raise ImproperlyConfigured(f"{name} is {value!r}; write 1 or 0.")
    return value in {"1", "true", "yes", "on"}


def number(name: str, default: int, meaning: str = "") -> int:
    """Raises ImproperlyConfigured for anything but a whole number."""
    value = text(name, str(default), meaning)
    if not value.isdecimal():
        raise ImproperlyConfigured(f"{name} is {value!r}; write a whole number.")
    return int(value)


def items(name: str, default: str = "", meaning: str = "") -> list[str]:
    """Words set apart by commas."""
    return [word.strip() for word in text(name, default, meaning).split(",") if word.strip()]


def database(name: str, default: str, meaning: str = "") -> dict[str, Any]:
    """A postgres:// or sqlite:// address as Django wants it; `?host=` may name a socket folder."""
    url = urlsplit(text(name, default, meaning))
    if url.scheme == "sqlite":
        path = unquote(url.path)[1:]
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": path,
            "OPTIONS": dict(SQLITE_OPTIONS),
            "TEST": {"NAME": f"{path}.test"},  # a file: only a file has the journal that is relied on
        }
    if url.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured(f"{name} must begin with postgres:// or sqlite:///.")
    options = dict(parse_qsl(url.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(url.path)[1:],
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": options.pop("host", url.hostname or ""),
        "PORT": str(url.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


class Secrets:
    """Keys from the environment; an embedded installation makes its own once, readable by its owner."""

    def __init__(self, *, kept_in: Path, may_make: bool) -> None:
        self.path, self.may_make = kept_in, may_make
        self.kept: dict[str, str] = (
            json.loads(kept_in.read_text("utf-8")) if may_make and kept_in.exists() else {}
        )

    def key(self, name: str, meaning: str) -> str:
        """Raises ImproperlyConfigured when the key is missing and may not be made here."""
        value = text(name, "", meaning) or self.kept.get(name, "")
        if not value and not self.may_make:
            raise ImproperlyConfigured(
                f"{name} is missing: set it or {name}_FILE, or start with bin/serve, which makes its own."
            )
        return value or self._make(name)

    def key_of_32_bytes(self, name: str, meaning: str) -> str:
        """Raises ImproperlyConfigured unless the key is base64 of 32 bytes."""
        value = self.key(name, meaning)
        try:
            length = len(base64.b64decode(value, validate=True))
        except (binascii.Error, ValueError):
            length = 0
        if length != 32:
            raise ImproperlyConfigured(f"{name} must be 32 random bytes in base64.")
        return value

    def _make(self, name: str) -> str:
        self.kept[name] = base64.b64encode(secrets.token_bytes(32)).decode()
        part = self.path.with_suffix(f".{os.getpid()}")
        with os.fdopen(
            os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8"
        ) as file:
            json.dump(self.kept, file, indent=1)
        part.replace(self.path)
        return self.kept[name]
