"""What people wrote may name persons: it is empty for who may not read counterparts (Art. 4, 6)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rest_framework import serializers

from foundation.permissions import Permission


class FreeText(serializers.CharField):
    """Free text, empty for who may not read counterparts."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(read_only=True, **kwargs)

    def to_representation(self, value: Any) -> str:
        return super().to_representation(value) if reads_persons(self.context) else ""


def reads_persons(context: Mapping[str, Any]) -> bool:
    return bool(context["actor"].may(Permission.COUNTERPART_READ))
