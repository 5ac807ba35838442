"""JSON in: strict UTF-8, no doubled keys, no depth, no sign that a database cannot store."""

from __future__ import annotations

import json
import math
import re
from typing import Any, NoReturn

from django.utils.translation import gettext as _
from rest_framework.exceptions import ParseError
from rest_framework.parsers import BaseParser

LARGEST = 1024 * 1024
DEEPEST = 20
_DIGITS = 20
_STRING = re.compile(rb'"(?:[^"\\]|\\.)*+"', re.DOTALL)
_BRACKET = re.compile(rb"[\[\]{}]")
_POISON = re.compile("[\x00\ud800-\udfff]")


class BodyTooLarge(ParseError):
    status_code = 413
    default_code = "too_large"


class StrictJSONParser(BaseParser):
    media_type = "application/json"

    def parse(self, stream: Any, media_type: Any = None, parser_context: Any = None) -> Any:
        raw = stream.read(LARGEST + 1)
        if len(raw) > LARGEST:
            raise BodyTooLarge(_("The body is larger than 1 MB."))
        return parse(raw)


def parse(raw: bytes) -> Any:
    """The value that ``raw`` says; raises ParseError for anything but sound JSON."""
    if not raw.strip():
        return {}
    _check_depth(raw)
    try:
        value = json.loads(
            raw.decode(),
            object_pairs_hook=_object,
            parse_constant=_refuse,
            parse_int=_integer,
            parse_float=_number,
        )
    except (ValueError, RecursionError) as error:
        raise ParseError(_("The body is not sound JSON in UTF-8.")) from error
    _check_text(value)
    return value


def _check_depth(raw: bytes) -> None:
    depth = 0
    for bracket in _BRACKET.findall(_STRING.sub(b"", raw)):
        depth += 1 if bracket in b"[{" else -1
        if depth > DEEPEST:
            raise ParseError(_("The body is nested too deeply."))


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ParseError(_("A key stands twice in the same object."))
    return found


def _refuse(word: str) -> NoReturn:
    raise ParseError(_("The body is not sound JSON in UTF-8."))


def _integer(text: str) -> int:
    if len(text) > _DIGITS:
        raise ParseError(_("A number is too large."))
    return int(text)


def _number(text: str) -> float:
    found = float(text)
    if not math.isfinite(found):
        raise ParseError(_("A number is too large."))
    return found


def _check_text(value: Any) -> None:
    if isinstance(value, str):
        if _POISON.search(value):
            raise ParseError(_("A text holds signs that cannot be stored."))
    elif isinstance(value, dict):
        for key, member in value.items():
            _check_text(key)
            _check_text(member)
    elif isinstance(value, list):
        for member in value:
            _check_text(member)
