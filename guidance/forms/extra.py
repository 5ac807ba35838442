"""The fields of a way of one's own in a form, and what was typed into them, as it is kept (Art. 8, last paragraph)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.forms.days import day_field
from enforcement.forms.texts import open_choice, text_field
from guidance.vocabulary import FieldKind

PREFIX = "x_"
_MOST = 10**12


def extra_fields(fields: list[Any]) -> dict[str, forms.Field]:
    """A form's fields for ``fields``, by ``x_`` and the key."""
    return {PREFIX + field.key: _MAKERS[field.kind](field) for field in fields}


def extra_values(fields: list[Any], data: dict[str, Any]) -> list[dict[str, Any]]:
    """What was typed, with key and labels as they are now: a later edition changes nothing of it."""
    return [
        {
            "key": field.key,
            "zh": field.label_zh,
            "en": field.label_en,
            "kind": field.kind,
            "value": _plain(data.get(PREFIX + field.key)),
        }
        for field in fields
    ]


def typed_before(kept: list[dict[str, Any]]) -> dict[str, Any]:
    """What was kept, as a form shows it again."""
    return {PREFIX + one["key"]: one["value"] for one in kept}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def _text(field: Any) -> forms.Field:
    return text_field(field.label, required=field.is_required, rows=2, longest=2000)


def _number(field: Any) -> forms.Field:
    return forms.DecimalField(
        label=field.label,
        required=field.is_required,
        max_digits=14,
        decimal_places=2,
        min_value=-_MOST,
        max_value=_MOST,
    )


def _day(field: Any) -> forms.Field:
    return day_field(field.label, required=field.is_required)


def _choice(field: Any) -> forms.Field:
    choices = [(option, option) for option in field.options]
    if not field.is_required:
        return open_choice(field.label, choices, empty="—")
    return forms.ChoiceField(label=field.label, choices=[("", _("choose")), *choices])


def _yes_no(field: Any) -> forms.Field:
    choices = [("", "—"), ("yes", _("yes")), ("no", _("no"))]
    return forms.ChoiceField(label=field.label, required=field.is_required, choices=choices)


_MAKERS = {
    FieldKind.TEXT: _text,
    FieldKind.NUMBER: _number,
    FieldKind.DATE: _day,
    FieldKind.CHOICE: _choice,
    FieldKind.YES_NO: _yes_no,
}
