"""Forms and columns as serializers, for the schema alone: the forms and columns do the work."""

from __future__ import annotations

from functools import cache
from typing import Any

from django import forms
from django.utils.translation import get_language
from rest_framework import serializers
from rest_framework.fields import flatten_choices_dict, to_choices_dict

from foundation.acts import Act
from foundation.acts.form import MACHINERY
from foundation.lists.column import Column, Kind
from foundation.lists.spec import ListSpec
from foundation.vocabulary import OverrideReason

_OVERRIDES = (
    "Reasons against warnings, by the obstacle's code. Mere text in place of an object counts as “other”."
)


class ReasonShape(serializers.Serializer[Any]):
    """Why a warning is passed over: a code that counts, and words that explain."""

    reason = serializers.ChoiceField(OverrideReason.choices)
    text = serializers.CharField(max_length=1000)


_BY_KIND: dict[Kind, Any] = {
    Kind.BOOL: serializers.BooleanField,
    Kind.DATE: serializers.DateField,
    Kind.DATETIME: serializers.DateTimeField,
    Kind.DEADLINE: serializers.DateField,
    Kind.LIST: serializers.ListField,
    Kind.NUMBER: serializers.FloatField,
}


def body_shape(name: str, act: Act, *, partial: bool = False) -> Any:
    """What the API takes for ``act``, in the reader's language; with ``partial`` nothing is required."""
    return _body_shape(name, act, partial, get_language())


@cache
def _body_shape(name: str, act: Act, partial: bool, _language: str | None) -> Any:
    fields = {n: _of_form(f, partial) for n, f in act.form.base_fields.items() if n not in MACHINERY}
    if act.takes_overrides:
        fields["overrides"] = serializers.DictField(child=ReasonShape(), required=False, help_text=_OVERRIDES)
    return type(name, (serializers.Serializer,), fields) if fields else None


def page_shape(spec: ListSpec) -> Any:
    """A page of the list, in the reader's language."""
    return _page_shape(spec, get_language())


@cache
def _page_shape(spec: ListSpec, _language: str | None) -> Any:
    row = {c.name: _of_column(c) for c in spec.api_columns}
    keys = {"id": serializers.CharField(), "url": serializers.URLField()}
    rows = type(f"{spec.name}_row", (serializers.Serializer,), {**keys, **row})
    fields = {
        "next": serializers.URLField(allow_null=True),
        "previous": serializers.URLField(allow_null=True),
        "results": rows(many=True),
        "count": serializers.IntegerField(required=False),
        "count_is_minimum": serializers.BooleanField(required=False),
    }
    return type(f"{spec.name}_page", (serializers.Serializer,), fields)


def _of_column(column: Column) -> serializers.Field[Any, Any, Any, Any]:
    if column.schema is not None:
        return column.schema
    label = str(column.label)
    if column.choices is not None:
        codes = _codes(column.choices.choices)
        return serializers.ChoiceField(codes, allow_blank=True, allow_null=True, label=label)
    if column.build is not None:
        return serializers.JSONField(label=label)
    if column.kind is Kind.MONEY:
        return serializers.DecimalField(max_digits=16, decimal_places=2, allow_null=True, label=label)
    return _BY_KIND.get(column.kind, serializers.CharField)(allow_null=True, label=label)


def _of_form(field: forms.Field, partial: bool) -> serializers.Field[Any, Any, Any, Any]:
    common: dict[str, Any] = {
        "required": field.required and not partial and not isinstance(field, forms.BooleanField),
        "allow_null": not field.required,
        "label": str(field.label or ""),
        "help_text": str(field.help_text or ""),
    }
    for kinds, make in _FORM_FIELDS:
        if isinstance(field, kinds):
            return make(field, common)
    text: dict[str, Any] = {
        "allow_blank": not field.required,
        "max_length": getattr(field, "max_length", None),
    }
    return serializers.CharField(**common, **text)


def _keys(_field: Any, common: dict[str, Any]) -> Any:
    return serializers.ListField(child=serializers.CharField(), **common)


def _decimal(field: Any, common: dict[str, Any]) -> Any:
    places = field.decimal_places if field.decimal_places is not None else 2
    return serializers.DecimalField(max_digits=field.max_digits or 16, decimal_places=places, **common)


def _choice(field: Any, common: dict[str, Any]) -> Any:
    return serializers.ChoiceField(_codes(field.choices), allow_blank=not field.required, **common)


def _codes(choices: Any) -> list[tuple[str, str]]:
    """Codes as text with their words, out of groups, without the empty one."""
    flat = flatten_choices_dict(to_choices_dict(choices))
    return [(str(code), str(label)) for code, label in flat.items() if code not in ("", None)]


_FORM_FIELDS: tuple[tuple[Any, Any], ...] = (
    (forms.FileField, lambda _f, common: serializers.FileField(**common)),
    (forms.BooleanField, lambda _f, common: serializers.BooleanField(**common)),
    (forms.ModelMultipleChoiceField, _keys),
    (forms.ModelChoiceField, lambda _f, common: serializers.CharField(**common)),
    (forms.MultipleChoiceField, _keys),
    (forms.ChoiceField, _choice),
    (forms.DecimalField, _decimal),
    (forms.IntegerField, lambda _f, common: serializers.IntegerField(**common)),
    (forms.DateTimeField, lambda _f, common: serializers.DateTimeField(**common)),
    (forms.DateField, lambda _f, common: serializers.DateField(**common)),
    (forms.JSONField, lambda _f, common: serializers.JSONField(**{**common, "allow_null": False})),
)
