"""Fields of enforcement (Art. 3)."""

from __future__ import annotations

from datetime import datetime

from enforcement.models import Field
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission
from foundation.record import audited


def found_field(*, by: Actor, at: datetime, code: str, name_zh: str, name_en: str = "") -> Field:
    """Enter a field of enforcement."""
    by.require(Permission.MATTER_EDIT)
    with audited("field:found", by=by, at=at, under=Article(3)):
        field = Field(code=code, name_zh=name_zh, name_en=name_en)
        field.save()
        return field


def edit_field(
    field_id: int, *, by: Actor, at: datetime, name_zh: str, name_en: str = "", expected: int | None = None
) -> Field:
    """Correct the names of a field; its code stays, since other systems know it."""
    by.require(Permission.MATTER_EDIT)
    with audited("field:edit", by=by, at=at, under=Article(3)):
        field: Field = Field.objects.workable_by(by).locked(field_id, expected=expected)
        field.name_zh, field.name_en = name_zh, name_en
        field.save()
        return field
