"""A list as a file: the same rows, masks and labels as on the page, with flat memory; each is written down."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from django_filters import CharFilter

from foundation.lists.column import Kind
from foundation.lists.csv_file import write_csv
from foundation.lists.listing import Listing
from foundation.lists.wording import text_of
from foundation.lists.xlsx_file import write_xlsx
from foundation.record.entry import audited
from foundation.secrecy import mask_name

LARGEST_INLINE = 50_000
_IN_MEMORY = 4 * 1024 * 1024
_TYPED = frozenset({Kind.DATE, Kind.DATETIME, Kind.DEADLINE, Kind.MONEY, Kind.NUMBER})
_LONGEST_NOTE = 1000

CONTENT_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_WRITERS = {"csv": write_csv, "xlsx": write_xlsx}
Tell = Callable[[int], None]


class TooManyRows(Exception):
    """More rows than a file made while one waits may have."""


def export(listing: Listing, form: str) -> IO[bytes]:
    """A file of every row of ``listing``, ``form`` being ``csv`` or ``xlsx``, at its beginning.

    Who took what stands in the record before the file is given away. Raises TooManyRows beyond 50,000
    rows, BadQuery when the list has errors.
    """
    if listing.count(LARGEST_INLINE).is_minimum:
        raise TooManyRows
    target = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - the response closes it
    try:
        rows = write_list(listing, form, target)
        note_export(listing, form, rows)
    except BaseException:
        target.close()
        raise
    target.seek(0)
    return target


def write_list(listing: Listing, form: str, target: IO[bytes], *, tell: Tell = lambda done: None) -> int:
    """Write every row into ``target`` and return how many; ``tell`` hears of every two thousand."""
    count = 0

    def counted(rows: int) -> None:
        nonlocal count
        count = rows
        tell(rows)

    cells = _cells(listing, counted)
    _WRITERS[form](target, listing.spec.export_columns, cells, title=str(listing.spec.title))
    return count


def note_export(listing: Listing, form: str, rows: int) -> None:
    """Write down who took which rows of which list; what everybody may read is not noted."""
    if listing.spec.public:
        return
    context = listing.context
    why = f"{listing.spec.name} · {form} · {rows} · {asked_for(listing)}"
    with audited("list:export", by=context.actor, at=context.at, why=why[:_LONGEST_NOTE]):
        pass


def asked_for(listing: Listing) -> str:
    """The filters in words; what was typed freely may name a person, so only its first sign is told."""
    filters = listing.spec.all_filters
    free = {name for name, (found, _column) in filters.items() if isinstance(found, CharFilter)}
    told = [
        f"{name}={mask_name(value) if name in free else value}"
        for name in sorted(listing.asked.filters)
        for value in listing.params.getlist(name)
    ]
    if listing.asked.text:
        told.append(f"q={mask_name(listing.asked.text)}")
    return "; ".join(told)


def _cells(listing: Listing, tell: Tell) -> Iterator[list[Any]]:
    """Typed values where a spreadsheet has the type, words elsewhere."""
    builder = listing.builder(listing.spec.export_columns)
    done = 0
    for rows in listing.chunks(builder):
        for row in rows:
            values = builder.values(row)
            yield [
                values[c.name]
                if c.kind in _TYPED and c.display is None and not isinstance(values[c.name], str)
                else text_of(c, values[c.name], listing.context)
                for c in builder.columns
            ]
        done += len(rows)
        tell(done)
