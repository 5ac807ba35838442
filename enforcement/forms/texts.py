"""How longer text, and what may stay open, are asked for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy

UNKNOWN = pgettext_lazy("circumstance", "not known yet")


def text_field(
    label: Any, *, required: bool = True, rows: int = 5, longest: int = 20_000, help_text: Any = ""
) -> forms.CharField:
    """A field for a paragraph or more."""
    return forms.CharField(
        label=label,
        required=required,
        max_length=longest,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def open_choice(label: Any, choices: Any, *, empty: Any, help_text: Any = "") -> forms.ChoiceField:
    """A choice that may stay empty, shown as ``empty``."""
    return forms.ChoiceField(
        label=label, choices=[("", empty), *choices], required=False, help_text=help_text
    )


def yes_or_no(label: Any, *, help_text: Any = "") -> forms.NullBooleanField:
    """A question that may stay open; what is open is None, never no."""
    return forms.NullBooleanField(label=label, help_text=help_text, widget=_YesOrNo())


class _YesOrNo(forms.NullBooleanSelect):
    def __init__(self, attrs: Any = None) -> None:
        super().__init__(attrs)
        self.choices = [(value, UNKNOWN if value == "unknown" else words) for value, words in self.choices]
