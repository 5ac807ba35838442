"""JSON out: quick for every row that is sound, and never an error for one that is not."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import orjson
from rest_framework.renderers import BaseRenderer


def plain(value: Any) -> Any:
    """What JSON has no word for: money as a decimal string, codes and lazy words as text."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, set | frozenset):
        return sorted(value)
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return str(value)


class OrjsonRenderer(BaseRenderer):
    media_type = "application/json"
    format = "json"
    charset = None

    def render(self, data: Any, accepted_media_type: Any = None, renderer_context: Any = None) -> bytes:
        if data is None:
            return b""
        try:
            return orjson.dumps(data, default=plain)
        except TypeError:
            return _sound(data)


def _sound(data: Any) -> bytes:
    """For lone surrogates and integers beyond 64 bits, which the quick way refuses."""
    text = json.dumps(data, default=plain, ensure_ascii=False)
    return text.encode("utf-8", "replace")
