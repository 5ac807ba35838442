"""How longer text, and a choice that may stay open, are asked for."""

from __future__ import annotations

from typing import Any

from django import forms


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
