"""A list as a file: the same rows, masks and labels as on the page, with flat memory."""

from __future__ import annotations

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from foundation.lists.column import Kind
from foundation.lists.csv_file import write_csv
from foundation.lists.listing import Listing
from foundation.lists.wording import text_of
from foundation.lists.xlsx_file import write_xlsx

LARGEST_INLINE = 50_000
_IN_MEMORY = 4 * 1024 * 1024
_TYPED = frozenset({Kind.DATE, Kind.DATETIME, Kind.DEADLINE, Kind.MONEY, Kind.NUMBER})

CONTENT_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_WRITERS = {"csv": write_csv, "xlsx": write_xlsx}


class TooManyRows(Exception):
    """More rows than a file made while one waits may have."""


def export(listing: Listing, form: str) -> IO[bytes]:
    """A file of every row of ``listing``, ``form`` being ``csv`` or ``xlsx``, at its beginning.

    Raises TooManyRows beyond 50,000 rows, BadQuery when the list has errors.
    """
    if listing.count(LARGEST_INLINE).is_minimum:
        raise TooManyRows
    columns = listing.spec.export_columns
    target = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - the response closes it
    try:
        _WRITERS[form](target, columns, _cells(listing), title=str(listing.spec.title))
    except BaseException:
        target.close()
        raise
    target.seek(0)
    return target


def _cells(listing: Listing) -> Iterator[list[Any]]:
    """Typed values where a spreadsheet has the type, words elsewhere."""
    builder = listing.builder(listing.spec.export_columns)
    for rows in listing.chunks(builder):
        for row in rows:
            values = builder.values(row)
            yield [
                values[c.name]
                if c.kind in _TYPED and c.display is None and not isinstance(values[c.name], str)
                else text_of(c, values[c.name], listing.context)
                for c in builder.columns
            ]
