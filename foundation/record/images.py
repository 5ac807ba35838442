"""A row as plain JSON, equal when and only when the stored row is equal."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import partial
from typing import Any

import orjson
from django.db import models

from foundation.secrecy import EncryptedTextField, blind_index

DIGEST_SIZE = 16


def image_of(row: models.Model) -> dict[str, Any]:
    """Every stored field of ``row`` by column name; personal data as a keyed digest."""
    return {f.attname: _plain(f, f.value_from_object(row)) for f in row._meta.concrete_fields}


def digest_of_image(image: dict[str, Any]) -> bytes:
    """128 bits of SHA-256: enough that nobody finds another row with the same."""
    packed = orjson.dumps(image, option=orjson.OPT_SORT_KEYS)
    return hashlib.sha256(packed).digest()[:DIGEST_SIZE]


class Imager:
    """Images of many rows of one model, from tuples of ``names`` in the order of its columns."""

    def __init__(self, model: type[models.Model]) -> None:
        fields = model._meta.concrete_fields
        self.names = tuple(field.attname for field in fields)
        self._plain = tuple((f.attname, _as_is if _stands(f) else partial(_plain, f)) for f in fields)

    def image(self, values: Sequence[Any]) -> dict[str, Any]:
        """What ``image_of`` gives for the row with these values."""
        return {name: plain(value) for (name, plain), value in zip(self._plain, values, strict=True)}


def _stands(field: models.Field[Any, Any]) -> bool:
    """Whether values of ``field`` are JSON as the database gives them."""
    kinds = (models.CharField, models.TextField, models.IntegerField, models.BooleanField)
    target = field.target_field if isinstance(field, models.ForeignKey) else field
    return isinstance(target, kinds) and not isinstance(target, EncryptedTextField)


def _as_is(value: Any) -> Any:
    return value


def _plain(field: models.Field[Any, Any], value: Any) -> Any:
    if value is None:
        return None
    if isinstance(field, EncryptedTextField):
        return "keyed:" + blind_index(str(value)) if value else ""
    return _simple(field.to_python(value), field)


def _simple(value: Any, field: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value.quantize(Decimal(1).scaleb(-field.decimal_places)))
    if isinstance(value, bool | int | float | dict | list):
        return value
    return str(value)
