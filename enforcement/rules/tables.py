"""A table as it is printed on paper: a head, lines below it, columns and rows; text only."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class PrintedColumn:
    """``share`` is the part of the width that the column takes, in relation to the others."""

    label: str
    share: int = 2


@dataclass(frozen=True, slots=True)
class PrintedTable:
    language: str
    title: str
    organ: str
    lines: tuple[str, ...]
    columns: tuple[PrintedColumn, ...]
    rows: tuple[tuple[str, ...], ...]

    def as_dict(self) -> dict[str, Any]:
        """Plain data, as a layout reads it."""
        return asdict(self)
