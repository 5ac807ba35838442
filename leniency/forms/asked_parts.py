"""Parts of a question that no ordinary field reads: the matter by its code, earlier decisions, findings (Art. 10)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from enforcement.models import Matter
from leniency.rules.facts import ANOTHER, SAME, PriorDecision
from leniency.vocabulary import PriorKind
from leniency.vocabulary.questions import AskedSameness

_MOST = 1000
_EARLIEST = date(1949, 10, 1)
_LONGEST_KEY = 18


class MatterField(forms.ModelChoiceField):
    """A matter by its code, or by its key."""

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values:
            return None
        text = str(value)
        if "\0" in text:
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")
        found = Matter.objects.filter(code=text[:50]).first()
        return found if found is not None else super().to_python(value)


class PriorField(forms.JSONField):
    """Earlier decisions, each with its day, its kind and how near it comes; an empty list says there is none."""

    empty_values = (None, "")  # an empty list is an answer

    def to_python(self, value: Any) -> Any:
        rows = super().to_python(value)
        if rows is None:
            return None
        if not isinstance(rows, list) or len(rows) > _MOST:
            raise ValidationError(_("Send a list."), code="type")
        return tuple(_prior(row) for row in rows)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(data != initial)


def _prior(row: Any) -> PriorDecision:
    if not isinstance(row, dict) or not set(row) <= {"on", "kind", "same"}:
        raise ValidationError(
            _("Each earlier decision tells “on”, “kind” and “same”, and no more."), code="type"
        )
    day = _day(row.get("on"))
    kind = _one_of(PriorKind, row.get("kind")) or PriorKind.PENALTY.value
    same = _one_of(AskedSameness, row.get("same"))
    return PriorDecision(
        matter_id=None if same is None else ANOTHER if same == AskedSameness.FIELD else SAME,
        field_id=None if same is None else SAME,
        occurred_on=day,
        decided_on=day,
        kind=kind,
    )


def _day(value: Any) -> date:
    try:
        day = date.fromisoformat(value) if isinstance(value, str) and len(value) == 10 else None
    except ValueError:
        day = None
    if day is None or day < _EARLIEST:
        raise ValidationError(_("Each earlier decision has a day, written as 2026-01-31."), code="invalid")
    return day


def _one_of(choices: Any, value: Any) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str) or value not in choices.values:
        known = ", ".join(choices.values)
        raise ValidationError(_("Write one of %(known)s.") % {"known": known}, code="invalid_choice")
    return value


class FindingsField(forms.JSONField):
    """Whether facts that only an officer can find were found, by the key of the condition."""

    def to_python(self, value: Any) -> Any:
        rows = super().to_python(value)
        if rows is None:
            return {}
        if not isinstance(rows, dict) or len(rows) > _MOST:
            raise ValidationError(_("Send an object."), code="type")
        if not all(_is_key(key) and (held is None or isinstance(held, bool)) for key, held in rows.items()):
            raise ValidationError(
                _("Findings are told by the key of their condition, as true or false."), code="type"
            )
        return {int(key): held for key, held in rows.items() if held is not None}


def _is_key(key: str) -> bool:
    return key.isascii() and key.isdigit() and len(key) <= _LONGEST_KEY
