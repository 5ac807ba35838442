"""Personal data: encrypted in the row, found by a keyed blind index, masked unless the role may see."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import re
import unicodedata
from functools import lru_cache
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.db import models

_VERSION = "v1:"
_ADMINISTRATIVE = re.compile(r".{1,30}(?:省|市|(?<![小社园])区|县|旗|镇|乡|街道)")
UNREADABLE = "\N{REPLACEMENT CHARACTER}"


@lru_cache(maxsize=8)
def _derived(master: str, purpose: str) -> bytes:
    kdf = HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=purpose.encode())
    return kdf.derive(base64.b64decode(master))


def _key(purpose: str) -> bytes:
    return _derived(settings.FIELD_KEY, purpose)


def encrypt(text: str) -> str:
    """Encrypt with AES-256-GCM; every call gives another ciphertext."""
    nonce = os.urandom(12)
    sealed = AESGCM(_key("field")).encrypt(nonce, text.encode(), None)
    return _VERSION + base64.b64encode(nonce + sealed).decode()


def decrypt(stored: str) -> str:
    """Undo ``encrypt``; raises ValueError when the text was altered or the key is another."""
    try:
        raw = base64.b64decode(stored.removeprefix(_VERSION), validate=True)
        return AESGCM(_key("field")).decrypt(raw[:12], raw[12:], None).decode()
    except (InvalidTag, ValueError) as error:
        raise ValueError("stored personal data cannot be decrypted") from error


def blind_index(text: str) -> str:
    """Keyed digest for equality search; unkeyed hashes of identity numbers are guessed in seconds."""
    plain = unicodedata.normalize("NFKC", text).strip().upper()
    if not plain:
        return ""
    return hmac.new(_key("index"), plain.encode(), hashlib.sha256).hexdigest()


class EncryptedTextField(models.TextField):
    """Text that stands encrypted in the database and in history; one altered row shows as unreadable."""

    def from_db_value(self, value: str | None, *_args: Any) -> str | None:
        if not value:
            return value
        try:
            return decrypt(value)
        except ValueError:
            return UNREADABLE

    def get_prep_value(self, value: Any) -> str | None:
        text = super().get_prep_value(value)
        if text == UNREADABLE:
            raise ValueError("unreadable personal data is not written back")
        return encrypt(text) if text else text


def mask_identifier(text: str) -> str:
    """First three and last two signs: longer remains leave too few candidates."""
    return text if not text else f"{text[:3]}{'*' * max(len(text) - 5, 4)}{text[-2:]}"


def mask_phone(text: str) -> str:
    return text if not text else f"{text[:3]}{'*' * max(len(text) - 5, 4)}{text[-2:]}"


def mask_name(text: str) -> str:
    """Keep the first sign of a citizen's name."""
    return text[:1] + "*" * max(len(text) - 1, 1) if text else text


def mask_address(text: str) -> str:
    """Keep the administrative head of an address: no road, no estate, no number."""
    head = _ADMINISTRATIVE.match(text)
    return (head[0] if head else "") + "****" if text else text
