"""Where a page of a list begins: an ordering, a direction, and the last row that was seen."""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Field

_LONGEST = 2000


class BadCursor(ValueError):
    """Not a cursor of this list."""


@dataclass(frozen=True, slots=True)
class Cursor:
    ordering: str
    backwards: bool
    value: Any
    key: Any

    def encode(self) -> str:
        parts = [self.ordering, int(self.backwards), _plain(self.value), _plain(self.key)]
        raw = json.dumps(parts, ensure_ascii=True, separators=(",", ":")).encode()
        return base64.urlsafe_b64encode(raw).decode().rstrip("=")

    @classmethod
    def decode(cls, text: str) -> Cursor:
        """Read a cursor; raises BadCursor for anything that ``encode`` did not write."""
        if len(text) > _LONGEST or not text.isascii():
            raise BadCursor(text[:20])
        try:
            raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
            ordering, backwards, value, key = json.loads(raw)
        except (binascii.Error, ValueError, TypeError, RecursionError) as error:
            raise BadCursor(text[:20]) from error
        scalars = isinstance(value, str | int | bool) and isinstance(key, str | int)
        if not isinstance(ordering, str) or backwards not in (0, 1) or not scalars:
            raise BadCursor(text[:20])
        return cls(ordering, bool(backwards), value, key)


def _plain(value: Any) -> str | int | bool:
    if isinstance(value, bool | int | str):
        return value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, float):
        return repr(value)
    return str(value)


def typed(value: Any, field: Field[Any, Any]) -> Any:
    """The value of a cursor as ``field`` holds it; raises BadCursor when it could never stand there."""
    try:
        found = field.to_python(value)
        if found is None or (isinstance(found, str) and "\0" in found):
            raise BadCursor(str(value)[:20])
        if isinstance(found, Decimal) and (not found.is_finite() or abs(found.adjusted()) > 20):
            raise BadCursor(str(value)[:20])
        if isinstance(found, str):
            found.encode()
        else:
            field.run_validators(found)
    except (ValidationError, ValueError, TypeError, OverflowError) as error:
        raise BadCursor(str(value)[:20]) from error
    return found
