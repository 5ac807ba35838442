"""Errors by field, flat, each with a code for machines and words for people."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

Errors = dict[str, list[dict[str, str]]]
_WHOLE = ("non_field_errors", "__all__", "detail")


def flattened(details: Any, prefix: str = "") -> Errors:
    """REST framework's nested details by dotted path."""
    if isinstance(details, dict) and set(details) == {"message", "code"}:
        return {prefix: [{"code": str(details["code"]), "message": str(details["message"])}]}
    errors: Errors = {}
    if isinstance(details, list):
        for number, member in enumerate(details):
            whole = isinstance(member, dict) and set(member) == {"message", "code"}
            _merge(errors, flattened(member, prefix if whole else _joined(prefix, str(number))))
    elif isinstance(details, dict):
        for name, member in details.items():
            _merge(errors, flattened(member, prefix if name in _WHOLE else _joined(prefix, str(name))))
    return errors


def of_django(error: ValidationError) -> Errors:
    """Django's errors of a form or a service."""
    by_field = error.error_dict if hasattr(error, "error_dict") else {"": error.error_list}
    return {
        "" if name == NON_FIELD_ERRORS else name: [
            {"code": e.code or "invalid", "message": str(next(iter(e)))} for e in errors
        ]
        for name, errors in by_field.items()
    }


def _joined(prefix: str, name: str) -> str:
    return f"{prefix}.{name}" if prefix else name


def _merge(into: Errors, more: Errors) -> None:
    for name, errors in more.items():
        into.setdefault(name, []).extend(errors)
