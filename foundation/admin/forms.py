"""Forms of the administration: they say which version was read, and show why a service refused."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from foundation.acts.typed_text import tidy
from foundation.obstacles import Obstacle

VERSION = "expected_version"
_MACHINERY = frozenset({VERSION, "DELETE", "id"})


class ServiceForm(forms.ModelForm):
    """A model form whose values go to a service; ``refusal`` holds what the service answered before."""

    expected_version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    refusal: ClassVar[tuple[Obstacle, ...]] = ()
    faults: ClassVar[ValidationError | None] = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault(VERSION, getattr(self.instance, "version", None))

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        for name, value in list(values.items()):
            values[name] = tidy(value)
        for obstacle in self.refusal:
            self.add_error(obstacle.field if obstacle.field in self.fields else None, _worded(obstacle))
        if self.faults is not None:
            self._add_faults(self.faults)
        return values

    def service_data(self) -> dict[str, Any]:
        """The values that the service takes."""
        return {name: value for name, value in self.cleaned_data.items() if name not in _MACHINERY}

    def _add_faults(self, faults: ValidationError) -> None:
        by_field = faults.error_dict if hasattr(faults, "error_dict") else {"": faults.error_list}
        for name, errors in by_field.items():
            self.add_error(name if name in self.fields else None, errors)


def _worded(obstacle: Obstacle) -> str:
    source = f"（{obstacle.article}）" if obstacle.article else ""
    return f"{obstacle.message} {obstacle.next_step} {source}".strip()
