"""A row as plain JSON, equal when and only when the stored row is equal."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

from django.db import models

from foundation.secrecy import EncryptedTextField, blind_index


def image_of(row: models.Model) -> dict[str, Any]:
    """Every stored field of ``row`` by column name; personal data as a keyed digest."""
    return {f.attname: _plain(f, f.value_from_object(row)) for f in row._meta.concrete_fields}


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
