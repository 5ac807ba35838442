"""A list of short texts, typed one a line and sent by machines as a list (Art. 9)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

MOST, LONGEST = 20, 80


class LinesField(forms.JSONField):
    """Texts without doubles, in the order in which they were typed."""

    widget = forms.Textarea

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": 3}), **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(map(str, value)) if isinstance(value, list) else value

    def bound_data(self, data: Any, _initial: Any) -> Any:
        return data

    def has_changed(self, initial: Any, data: Any) -> bool:
        return list(initial or []) != self.to_python(data)

    def to_python(self, value: Any) -> Any:
        given = value if isinstance(value, list) else str(value or "").splitlines()
        if not all(isinstance(line, str) for line in given):
            raise forms.ValidationError(_("One text a line."), code="invalid")
        lines = list(dict.fromkeys(line.strip() for line in given if line.strip()))
        if len(lines) > MOST or any(len(line) > LONGEST for line in lines):
            text = _("At most %(most)s lines of %(longest)s characters.") % {"most": MOST, "longest": LONGEST}
            raise forms.ValidationError(text, code="too_long")
        return lines
