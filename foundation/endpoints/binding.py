"""JSON into the same form that the browser fills in, with its types checked first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from foundation.actors import Actor
from foundation.acts import Act, ActForm
from foundation.acts.form import MACHINERY, OVERRIDE, REASON
from foundation.vocabulary import OverrideReason

_NUMBER = re.compile(r"-?[0-9]{1,30}(\.[0-9]{1,30})?")
_MOST_CHOICES = 1000
_MANY = (forms.MultipleChoiceField, forms.ModelMultipleChoiceField)
OVERRIDES = "overrides"
_UNKNOWN = ValidationError(_("There is no such field here."), code="unknown")
_TYPE = ValidationError(_("The value has the wrong type."), code="type")


def bind(act: Act, data: Any, *, actor: Actor, at: datetime, thing: Any = None, files: Any = None) -> ActForm:
    """The valid form of ``act`` filled from ``data``; raises ValidationError by field."""
    if not isinstance(data, Mapping):
        raise ValidationError(_("Send an object."), code="type")
    reasons = _reasons(act, data)
    values = {name: _value(act, name, data) for name in data if name not in (files or ())}
    values.pop(OVERRIDES, None)
    form = act.form({**values, **reasons}, files, actor=actor, at=at, thing=thing)
    errors = _type_errors(form, values)
    if errors:
        raise ValidationError(errors)
    if not form.is_valid():
        raise ValidationError({_place(name): errors for name, errors in form.errors.as_data().items()})
    return form


def _value(act: Act, name: str, data: Any) -> Any:
    """The value of a field; a multipart body may give several."""
    many = isinstance(act.form.base_fields.get(name), _MANY)
    return data.getlist(name) if many and hasattr(data, "getlist") else data[name]


def _reasons(act: Act, data: Mapping[str, Any]) -> dict[str, str]:
    given = data.get(OVERRIDES, {})
    if given and not act.takes_overrides:
        raise ValidationError({OVERRIDES: _UNKNOWN})
    if not isinstance(given, Mapping) or not all(_is_reason(reason) for reason in given.values()):
        raise ValidationError({OVERRIDES: _TYPE})
    reasons = {str(code): _coded(reason) for code, reason in given.items()}
    words = {OVERRIDE + code: reason["text"] for code, reason in reasons.items()}
    return words | {REASON + code: reason["reason"] for code, reason in reasons.items()}


def _is_reason(value: Any) -> bool:
    if isinstance(value, Mapping):
        return set(value) == {"reason", "text"} and all(isinstance(part, str) for part in value.values())
    return isinstance(value, str)


def _coded(value: Any) -> Mapping[str, str]:
    """Mere words count as another reason than those that have a code."""
    return value if isinstance(value, Mapping) else {"reason": OverrideReason.OTHER.value, "text": value}


def _place(name: str) -> str:
    """Where the fault stands in what was sent."""
    for prefix, part in ((OVERRIDE, "text"), (REASON, "reason")):
        if name.startswith(prefix):
            return f"{OVERRIDES}.{name.removeprefix(prefix)}.{part}"
    return name


def _type_errors(form: ActForm, values: Mapping[str, Any]) -> dict[str, ValidationError]:
    errors = {}
    for name, value in values.items():
        field = form.fields.get(name)
        if field is None or name in MACHINERY or name.startswith((OVERRIDE, REASON)):
            errors[str(name)[:100]] = _UNKNOWN
        elif not _fits(field, value):
            errors[name] = _TYPE
    return errors


def _fits(field: forms.Field, value: Any) -> bool:
    if value is None:
        return True
    if isinstance(field, forms.FileField):
        return False
    if isinstance(field, forms.NullBooleanField | forms.BooleanField):
        return isinstance(value, bool) or value in ("true", "false")
    if isinstance(field, _MANY):
        few = isinstance(value, list) and len(value) <= _MOST_CHOICES
        return few and all(_is_key(member) for member in value)
    if isinstance(field, forms.IntegerField | forms.DecimalField):
        return _is_number(value)
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        return _is_key(value)
    if isinstance(field, forms.JSONField):
        return True
    return isinstance(value, str)


def _is_key(value: Any) -> bool:
    return isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool))


def _is_number(value: Any) -> bool:
    if isinstance(value, str):
        return value == "" or bool(_NUMBER.fullmatch(value))
    return isinstance(value, int | float) and not isinstance(value, bool)
