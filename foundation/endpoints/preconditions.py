"""``If-Match``, ``ETag`` and ``Idempotency-Key`` (RFC 9110)."""

from __future__ import annotations

import re
from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import ParseError
from rest_framework.request import Request

from foundation.endpoints.problem import BadPrecondition, PreconditionRequired

_ETAG = re.compile(r'(?:W/)?"([0-9]{1,9})"')
_KEY = re.compile(r"[\x21-\x7e]{1,150}")


def etag_of(thing: Any) -> str:
    return f'"{thing.version}"'


def expected_version(request: Request, thing: Any) -> int:
    """The version that the caller read; raises 428 without If-Match, 400 when it is not one of ours.

    ``*`` means whatever stands now. A proxy that compresses may have weakened the tag.
    """
    header = request.headers.get("If-Match", "").strip()
    if not header:
        raise PreconditionRequired
    if header == "*":
        return int(thing.version)
    found = _ETAG.fullmatch(header)
    if found is None:
        raise BadPrecondition
    return int(found[1])


def idempotency_key(request: Request) -> str:
    """The key of a repeatable request, or nothing; raises 400 when it is unusable."""
    header = request.headers.get("Idempotency-Key", "").strip()
    if header and not _KEY.fullmatch(header):
        raise ParseError(_("Idempotency-Key holds 1 to 150 visible ASCII signs."))
    return f"api:{header}" if header else ""
