"""Live rows against the record: what was changed, added or taken away behind the services, in flat memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from foundation.models import AuditImage
from foundation.record.columns import Columns
from foundation.record.entry import kind_of
from foundation.record.images import Imager
from foundation.record.loads import Block, Loads
from foundation.record.model import RecordedModel
from foundation.record.trails import Trail, trails_of

_BATCH = 900
Image = dict[str, Any]


def recorded_models() -> list[type[Any]]:
    """Every concrete model whose writes are recorded."""
    return [m for m in apps.get_models() if issubclass(m, RecordedModel)]


class RowCheck:
    """The rows of one model, a batch at a time."""

    def __init__(self, model: type[Any]) -> None:
        self.model, self.kind = model, kind_of(model)
        self.imager, self.loads, self.columns = Imager(model), Loads(self.kind), Columns(model)
        self._key = self.imager.names.index(model._meta.pk.attname)

    def findings(self) -> Iterator[str]:
        """One sentence a finding."""
        for live in self._batches_of_rows():
            yield from self._confirmed(list(live), live)
        for keys in self._batches_of_gone():
            yield from self._confirmed(keys, self._rows(keys))
        for block in self.loads:
            yield from self._missing_of(block)

    def _batches_of_rows(self) -> Iterator[dict[Any, Image]]:
        """Every live row, by key."""
        rows = self.model._base_manager.order_by("pk").values_list(*self.imager.names)
        batch = list(rows[:_BATCH])
        while batch:
            yield {row[self._key]: self.imager.image(row) for row in batch}
            batch = list(rows.filter(pk__gt=batch[-1][self._key])[:_BATCH])

    def _batches_of_gone(self) -> Iterator[list[Any]]:
        """Keys that the record speaks of and no row has."""
        known = AuditImage.objects.filter(model=self.kind).order_by("key")
        texts = known.values_list("key", flat=True).distinct()
        batch = list(texts[:_BATCH])
        while batch:
            keys = [key for text in batch if (key := self._key_of(text)) is not None]
            present = set(self._among(keys).values_list("pk", flat=True))
            if gone := [key for key in keys if key not in present]:
                yield gone
            batch = list(texts.filter(key__gt=batch[-1])[:_BATCH])

    def _missing_of(self, block: Block) -> Iterator[str]:
        """Loaded rows that went without leaving an image of their own."""
        among = self.model._base_manager.filter(pk__range=(block.first, block.last))
        if among.count() == block.size:
            return
        present = set(among.values_list("pk", flat=True))
        missing = [key for key in range(block.first, block.last + 1) if key not in present]
        told = trails_of(self.kind, missing, self.columns)
        yield from (f"{self.kind}:{key} is gone without an entry" for key in missing if key not in told)

    def _confirmed(self, keys: list[Any], live: dict[Any, Image]) -> Iterator[str]:
        """The findings that stand at a second look: a row that is written just now looks altered."""
        trails = trails_of(self.kind, keys, self.columns)
        suspects = [key for key in keys if any(self._findings_of(key, trails.get(key), live.get(key)))]
        if suspects:
            rows, trails = self._rows(suspects), trails_of(self.kind, suspects, self.columns)
            for key in suspects:
                yield from self._findings_of(key, trails.get(key), rows.get(key))

    def _findings_of(self, key: Any, trail: Trail | None, live: Image | None) -> Iterator[str]:
        row, block = f"{self.kind}:{key}", self.loads.block_of(key)
        if trail is None:
            yield from self._findings_of_bare(row, key, block, live)
            return
        if block and not self.loads.is_as_loaded(block, key, trail.begins or {}):
            yield f"{row} was changed between its load under entry {block.entry_id} and its first own entry"
        for entry_id in trail.breaks:
            yield f"{row} was changed between two entries, before entry {entry_id}"
        if trail.ends is not None and live is None:
            yield f"{row} is gone without an entry"
        elif not self.columns.is_same(trail.ends, live):
            yield f"{row} differs from its last entry: {self._changed(trail.ends, live or {})}"

    def _changed(self, recorded: Image | None, live: Image) -> str:
        return ", ".join(sorted(live) if recorded is None else self.columns.differences(recorded, live))

    def _findings_of_bare(self, row: str, key: Any, block: Block | None, live: Image | None) -> Iterator[str]:
        if live is None:
            return
        if block is None:
            yield f"{row} has no entry"
        elif not self.loads.is_as_loaded(block, key, live):
            yield f"{row} differs from how it was loaded under entry {block.entry_id}"

    def _rows(self, keys: list[Any]) -> dict[Any, Image]:
        found = self._among(keys).values_list(*self.imager.names)
        return {row[self._key]: self.imager.image(row) for row in found}

    def _among(self, keys: list[Any]) -> QuerySet[Any]:
        return self.model._base_manager.filter(pk__in=keys)

    def _key_of(self, text: str) -> Any:
        """The key as the model has it; none for the key of a block."""
        try:
            return self.model._meta.pk.to_python(text)
        except (ValidationError, ValueError):
            return None
