"""A question to the lists as JSON: what it may hold, and where its faults stand (Art. 10 para. 1)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from foundation.actors import Actor
from foundation.acts import ActForm, perform
from foundation.endpoints.binding import bind
from leniency.forms.asking import ASK, FACTS, HEADING, AskForm
from leniency.services import Evaluated

UNKNOWN = ValidationError(_("There is no such field here."), code="unknown")
TYPE = ValidationError(_("The value has the wrong type."), code="type")
Errors = dict[str, Any]


def ask(body: Mapping[str, Any], *, by: Actor, at: datetime) -> Evaluated:
    """The answer to the question; raises ValidationError that names each fault, ``facts.age`` among facts."""
    facts = body.get("facts")
    errors = _strange(body, facts)
    told = facts if isinstance(facts, Mapping) else {}
    heading = {name: body[name] for name in HEADING if name in body}
    sound = {name: told[name] for name in told if f"facts.{name}" not in errors}
    form = None
    try:
        form = bind(ASK, {**heading, **sound}, actor=by, at=at)
    except ValidationError as fault:
        errors |= {_place(name): found for name, found in fault.error_dict.items()}
    if errors or form is None:
        raise ValidationError(errors)
    return _answer(form, by=by, at=at)


def _answer(form: ActForm, *, by: Actor, at: datetime) -> Evaluated:
    try:
        return perform(ASK, form.service_data(), by=by, at=at)
    except ValidationError as fault:
        raise ValidationError({_place(name): found for name, found in fault.error_dict.items()}) from fault


def _place(name: str) -> str:
    return f"facts.{name}" if name in FACTS else name


def _strange(body: Mapping[str, Any], facts: Any) -> Errors:
    errors: Errors = {str(name)[:100]: UNKNOWN for name in body if name not in (*HEADING, "facts", "case")}
    if facts is None:
        return errors
    if not isinstance(facts, Mapping):
        return {**errors, "facts": TYPE}
    for name, value in facts.items():
        if name not in FACTS:
            errors[f"facts.{str(name)[:100]}"] = UNKNOWN
        elif not _fits(AskForm.base_fields[name], value):
            errors[f"facts.{name}"] = TYPE
    return errors


def _fits(field: forms.Field, value: Any) -> bool:
    """Stricter than a form, which reads text: here yes is ``true`` and a list is a list."""
    if value is None:
        return True
    if isinstance(field, forms.NullBooleanField):
        return isinstance(value, bool)
    if type(field) is forms.IntegerField:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if isinstance(field, forms.JSONField):
        return isinstance(value, list | dict)
    return True
