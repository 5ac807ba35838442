"""What others changed in a thing since somebody read it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import FieldDoesNotExist

from foundation.models import AuditImage
from foundation.record.entry import kind_of

_UNTOLD = frozenset({"updated_at", "version"})
_FAR_ENOUGH = 50


def changed_since(thing: Any, version: int) -> list[str]:
    """The names of the fields, as people read them, that differ from what stood in ``version``."""
    images = AuditImage.objects.filter(model=kind_of(thing), key=str(thing.pk)).order_by("-id")[:_FAR_ENOUGH]
    names: set[str] = set()
    for image in images:
        after, before = image.after or {}, image.before or {}
        if after.get("version", 0) <= version:
            break
        names |= {name for name in after if after[name] != before.get(name)}
    return sorted(_label(thing, name) for name in names - _UNTOLD)


def _label(thing: Any, attname: str) -> str:
    try:
        return str(thing._meta.get_field(attname.removesuffix("_id")).verbose_name)
    except FieldDoesNotExist:
        return attname
