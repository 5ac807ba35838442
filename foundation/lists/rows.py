"""From tuples of the database to values: compiled once per list, so that a row costs little."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, tzinfo
from operator import itemgetter
from typing import Any

from django.utils import timezone

from foundation.lists.column import Column
from foundation.lists.context import RowContext

Read = Callable[[tuple[Any, ...]], Any]


class RowBuilder:
    """Reads the values of ``columns`` out of rows of ``paths``."""

    def __init__(self, columns: Iterable[Column], context: RowContext, *, also: tuple[str, ...] = ()) -> None:
        self.columns = tuple(columns)
        self.context = context
        self.paths = tuple(dict.fromkeys([*also, *(path for c in self.columns for path in c.paths)]))
        self.readers = tuple((column.name, self._reader(column)) for column in self.columns)

    def position(self, path: str) -> int:
        return self.paths.index(path)

    def values(self, row: tuple[Any, ...]) -> dict[str, Any]:
        return {name: read(row) for name, read in self.readers}

    def _reader(self, column: Column) -> Read:
        read = self._picker(column)
        if column.is_masked_for(self.context.actor):
            read = _masked(read, column)
        if column.build is None:
            return _localised(read, timezone.get_current_timezone())
        return _built(read, column.build, self.context)

    def _picker(self, column: Column) -> Read:
        positions = [self.paths.index(path) for path in column.paths]
        if not isinstance(column.source, tuple):
            return itemgetter(positions[0])
        return lambda row: tuple(row[position] for position in positions)


def _masked(read: Read, column: Column) -> Read:
    masker = column.mask[1] if column.mask else str

    def hide(row: tuple[Any, ...]) -> Any:
        value = read(row)
        return value if value is None or value == "" else masker(value)

    return hide


def _localised(read: Read, zone: tzinfo) -> Read:
    def local(row: tuple[Any, ...]) -> Any:
        value = read(row)
        return value.astimezone(zone) if isinstance(value, datetime) else value

    return local


def _built(read: Read, build: Callable[[Any, RowContext], Any], context: RowContext) -> Read:
    return lambda row: build(read(row), context)
