"""Rows that were written in bulk under one entry: an image holds the digests of a thousand of them."""

from __future__ import annotations

import base64
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db import models

from foundation.models import AuditImage
from foundation.record.entry import current_entry, kind_of
from foundation.record.images import DIGEST_SIZE, Imager, digest_of_image
from foundation.vocabulary import ImageKind

BLOCK = 1000


def record_loaded(model: type[models.Model], rows: Sequence[Sequence[Any]]) -> None:
    """Note, under the open entry, rows that were written by SQL, of which none has an image of its own.

    ``rows`` are the values of all columns in their order, with whole numbers without a gap as keys.
    Raises ValueError for keys with a gap, Unrecorded outside an entry.
    """
    entry, imager = current_entry(), Imager(model)
    key = imager.names.index(model._meta.pk.attname)
    images = []
    for start in range(0, len(rows), BLOCK):
        block = rows[start : start + BLOCK]
        first, last = block[0][key], block[-1][key]
        if [row[key] for row in block] != list(range(first, last + 1)):
            raise ValueError(f"{kind_of(model)}: the keys from {first} to {last} have gaps")
        images.append(_image(entry, model, imager, block, f"{first}-{last}"))
    AuditImage.objects.bulk_create(images, batch_size=20)


def _image(
    entry: Any, model: type[models.Model], imager: Imager, block: Sequence[Any], key: str
) -> AuditImage:
    digests = b"".join(digest_of_image(imager.image(row)) for row in block)
    content = {"columns": list(imager.names), "digests": base64.b64encode(digests).decode()}
    return AuditImage(entry=entry, model=kind_of(model), key=key, kind=ImageKind.LOADED, after=content)


@dataclass(frozen=True, slots=True)
class Block:
    """The keys from ``first`` to ``last``, which were loaded together."""

    image_id: int
    entry_id: int
    first: int
    last: int

    @property
    def size(self) -> int:
        return self.last - self.first + 1


class Loads:
    """What is known of the rows of one kind that were written in bulk."""

    def __init__(self, kind: str) -> None:
        found = AuditImage.objects.filter(model=kind, kind=ImageKind.LOADED).order_by("id")
        blocks = (_block(*row) for row in found.values_list("id", "entry_id", "key").iterator())
        self.blocks = sorted(blocks, key=lambda block: block.first)
        self._starts = [block.first for block in self.blocks]
        self._content = lru_cache(maxsize=2)(_content_of)

    def __iter__(self) -> Iterator[Block]:
        return iter(self.blocks)

    def block_of(self, key: Any) -> Block | None:
        """The block in which the row ``key`` was loaded; none for a row that was not."""
        if not isinstance(key, int):
            return None
        place = bisect_right(self._starts, key) - 1
        return self.blocks[place] if place >= 0 and key <= self.blocks[place].last else None

    def is_as_loaded(self, block: Block, key: int, image: dict[str, Any]) -> bool:
        """Whether ``image`` is the row ``key`` as it was written; columns added since do not count."""
        columns, digests = self._content(block.image_id)
        start = (key - block.first) * DIGEST_SIZE
        known = {name: image.get(name) for name in columns}
        return digests[start : start + DIGEST_SIZE] == digest_of_image(known)


def _block(image_id: int, entry_id: int, key: str) -> Block:
    first, _dash, last = key.partition("-")
    return Block(image_id, entry_id, int(first), int(last))


def _content_of(image_id: int) -> tuple[list[str], bytes]:
    content: Any = AuditImage.objects.values_list("after", flat=True).get(id=image_id)
    return content["columns"], base64.b64decode(content["digests"])
