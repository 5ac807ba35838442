"""What the images of a row say when they are read in their order (Art. 6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from foundation.models import AuditImage
from foundation.record.columns import Columns
from foundation.vocabulary import ImageKind

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Trail:
    """Where the record of one row begins and ends, and the entries before which it was altered."""

    begins: dict[str, Any] | None
    ends: dict[str, Any] | None
    breaks: tuple[int, ...]


def trails_of(kind: str, keys: Iterable[Any], columns: Columns) -> dict[Any, Trail]:
    """The trails of those rows that have images of their own, by key."""
    wanted = {str(key): key for key in keys}
    images = AuditImage.objects.filter(model=kind, key__in=wanted).exclude(kind=ImageKind.LOADED)
    read = images.order_by("key", "id").iterator(chunk_size=_AT_ONCE)
    return {wanted[key]: _trail_of(group, columns) for key, group in groupby(read, key=attrgetter("key"))}


def _trail_of(images: Iterable[AuditImage], columns: Columns) -> Trail:
    first = next(iter(images))
    ends, breaks = first.after, []
    for image in images:
        if not columns.is_same(ends, image.before):
            breaks.append(image.entry_id)
        ends = image.after
    return Trail(first.before, ends, tuple(breaks))
