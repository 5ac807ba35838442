"""CSV with a byte order mark, so that spreadsheets read Chinese."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import IO, Any

from foundation.lists.column import Column
from foundation.lists.safe_text import defused, without_controls


def write_csv(
    target: IO[bytes], columns: tuple[Column, ...], rows: Iterable[list[Any]], *, title: str
) -> None:
    """Write a line of labels and a line for every row."""
    text = io.TextIOWrapper(target, encoding="utf-8-sig", errors="replace", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow([_plain(str(c.label)) for c in columns])
    writer.writerows(_lines(rows))
    text.detach()


def _lines(rows: Iterable[list[Any]]) -> Iterator[list[Any]]:
    for row in rows:
        yield [_plain(cell) for cell in row]


def _plain(cell: Any) -> Any:
    if isinstance(cell, str):
        return defused(without_controls(cell))
    if isinstance(cell, datetime):
        return cell.strftime("%Y-%m-%d %H:%M")
    if isinstance(cell, date):
        return cell.isoformat()
    return cell
