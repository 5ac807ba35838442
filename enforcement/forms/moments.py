"""How a moment is asked for."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator

_ZONE = ZoneInfo("Asia/Shanghai")
_EARLIEST, _LATEST = datetime(2000, 1, 1, tzinfo=_ZONE), datetime(2100, 1, 1, tzinfo=_ZONE)


def moment_field(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateTimeField:
    """A field for a day and an hour, as the browser's own picker writes it; programs send ISO 8601."""
    return forms.DateTimeField(
        label=label,
        required=required,
        help_text=help_text,
        widget=forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}),
        validators=[MinValueValidator(_EARLIEST), MaxValueValidator(_LATEST)],
    )
