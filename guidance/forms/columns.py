"""The columns of a way as fields of a form, in the order of its page (Art. 8)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from enforcement.forms.counterpart_picker import CounterpartField
from enforcement.forms.days import day_field
from enforcement.forms.texts import text_field
from enforcement.models import Counterpart, Licence
from guidance.models import OtherWay, ReturnVisit
from guidance.ways import WayPage

_MOMENT = "%Y-%m-%dT%H:%M"
_MOST = 10_000_000


def way_fields(page: WayPage, names: Iterable[str]) -> dict[str, forms.Field]:
    """Fields for the columns ``names`` of the way's table; the page says which are required."""
    table = page.detail._meta
    return {
        name: _field_of(table.get_field(name), required=name in page.required)
        for name in page.typed(tuple(names))
    }


def _field_of(column: Any, *, required: bool) -> forms.Field:
    label, help_text = capfirst(column.verbose_name), column.help_text
    if column.choices:
        empty = [("", _("choose")) if required else ("", "—")]
        return forms.ChoiceField(
            label=label, help_text=help_text, required=required, choices=[*empty, *column.choices]
        )
    if isinstance(column, models.ForeignKey):
        return _relation_of(column, label, help_text)
    for kind, make in _MAKERS:
        if isinstance(column, kind):
            return make(column, label, required, help_text)
    raise TypeError(f"no field for {column}")


def _relation_of(column: Any, label: Any, help_text: Any) -> forms.Field:
    if column.related_model is Counterpart:
        return CounterpartField(label=label, help_text=help_text, required=False)
    if column.related_model is OtherWay:
        return forms.ModelChoiceField(
            label=label, queryset=OtherWay.objects.none(), required=False, widget=forms.HiddenInput
        )
    model = ReturnVisit if column.related_model is ReturnVisit else Licence
    return forms.ModelChoiceField(
        label=label, help_text=help_text, queryset=model.objects.none(), required=False
    )


def _moment(_column: Any, label: Any, required: bool, help_text: Any) -> forms.Field:
    widget = forms.DateTimeInput(format=_MOMENT, attrs={"type": "datetime-local"})
    return forms.DateTimeField(label=label, required=required, help_text=help_text, widget=widget)


def _day(_column: Any, label: Any, required: bool, help_text: Any) -> forms.Field:
    return day_field(label, required=required, help_text=help_text)


def _paragraph(_column: Any, label: Any, required: bool, help_text: Any) -> forms.Field:
    return text_field(label, required=required, rows=4, help_text=help_text)


def _line(column: Any, label: Any, required: bool, help_text: Any) -> forms.Field:
    return forms.CharField(label=label, required=required, help_text=help_text, max_length=column.max_length)


def _tick(_column: Any, label: Any, _required: bool, help_text: Any) -> forms.Field:
    return forms.BooleanField(label=label, required=False, help_text=help_text)


def _number(column: Any, label: Any, required: bool, help_text: Any) -> forms.Field:
    bounds = {type(v): v.limit_value for v in column.validators}
    return forms.IntegerField(
        label=label,
        required=required,
        help_text=help_text,
        min_value=max(bounds.get(MinValueValidator, 0), 0),
        max_value=min(bounds.get(MaxValueValidator, _MOST), _MOST),
    )


_MAKERS: tuple[tuple[Any, Any], ...] = (
    (models.DateTimeField, _moment),
    (models.DateField, _day),
    (models.TextField, _paragraph),
    (models.CharField, _line),
    (models.BooleanField, _tick),
    (models.IntegerField, _number),
)
