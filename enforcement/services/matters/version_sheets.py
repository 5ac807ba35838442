"""The fates of provisions from a file: every row is checked first, then all are written or none (Art. 3, 10)."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from enforcement.models import InstrumentVersion, Provision
from enforcement.services.matters.versions import preparing, refuse_unless_prepared, write_fate
from enforcement.services.sheets import LARGEST_FILE, MOST_ROWS, in_row, refuse_rows, rows_of_sheet
from enforcement.vocabulary.laws import Fate
from foundation.actors import Actor
from foundation.acts.typed_text import tidy
from foundation.permissions import Permission

COLUMNS = ("article", "fate", "moved_to", "summary", "reason")
HEADS = frozenset({"article", "条款", "条文"})


@dataclass(frozen=True, slots=True)
class FateRow:
    provision: Provision
    values: dict[str, str]


def try_changes(
    version_id: int, *, by: Actor, at: datetime, file: Any, expected: int | None = None
) -> InstrumentVersion:
    """Check a file and write nothing; raises as ``import_changes``."""
    by.require(Permission.MATTER_EDIT)
    version: InstrumentVersion = InstrumentVersion.objects.workable_by(by).get(pk=version_id)
    refuse_unless_prepared(version)
    _sound(file, version)
    return version


def import_changes(
    version_id: int, *, by: Actor, at: datetime, file: Any, expected: int | None = None
) -> InstrumentVersion:
    """Enter the fates of a sheet (XLSX) or of a list in JSON with the same columns.

    Raises ValidationError with one line a wrong row, Refused when the version is confirmed, and Stale.
    """
    with preparing(version_id, "import_changes", by=by, at=at, expected=expected) as version:
        for row in _sound(file, version):
            write_fate(version, row.provision, **row.values)
        version.save()
        return version


def _sound(file: Any, version: InstrumentVersion) -> list[FateRow]:
    known = {p.article: p for p in version.to_judge()}
    rows: list[FateRow] = []
    errors: list[str] = []
    for number, cells in _lines(file):
        try:
            rows.append(_row(cells, known, taken={row.provision.article for row in rows}))
        except ValueError as error:
            errors.append(in_row(number, error))
    if not rows and not errors:
        errors = [_("The sheet is empty.")]
    refuse_rows(errors)
    return rows


def _lines(file: Any) -> Iterator[tuple[int, list[str]]]:
    content = file.read(LARGEST_FILE + 1)
    is_json = content.lstrip()[:1] in (b"[", b"{")
    rows = _json_rows(content) if is_json else rows_of_sheet(io.BytesIO(content))
    for number, row in enumerate(rows, start=1):
        cells = [str(tidy(_plain(cell))).strip() for cell in row]
        if any(cells) and not (number == 1 and cells[0].casefold() in HEADS):
            yield number, [*cells, *[""] * (len(COLUMNS) - len(cells))]


def _json_rows(content: bytes) -> list[list[Any]]:
    try:
        found = json.loads(content)
        rows = [[row.get(name, "") for name in COLUMNS] for row in found]
    except (ValueError, AttributeError, TypeError, RecursionError) as error:
        raise _unreadable() from error
    if len(content) > LARGEST_FILE or len(rows) > MOST_ROWS:
        raise _unreadable()
    return rows


def _plain(cell: Any) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _row(cells: list[str], known: dict[str, Provision], *, taken: set[str]) -> FateRow:
    values = dict(zip(COLUMNS, cells, strict=False))
    article = values.pop("article")
    if article not in known:
        raise ValueError(
            _("Article %(article)s is not cited here, or not in force.") % {"article": article[:40]}
        )
    if article in taken:
        raise ValueError(_("Article %(article)s stands in the sheet twice.") % {"article": article})
    values["fate"] = _fate(values["fate"])
    if values["fate"] == Fate.MOVED and not values["moved_to"]:
        raise ValueError(_("Say to which number the provision moved."))
    if values["fate"] != Fate.UNCHANGED and not values["reason"]:
        raise ValueError(_("Say what changed, so that others can follow it."))
    if len(values["moved_to"]) > 40:
        raise ValueError(_("The new number is too long."))
    return FateRow(known[article], values)


def _fate(word: str) -> str:
    named = {str(fate.label).casefold(): fate.value for fate in Fate}
    found = word if word in Fate.values else named.get(word.casefold())
    if found is None:
        raise ValueError(
            _("“%(word)s” is none of: %(known)s.") % {"word": word[:40], "known": ", ".join(Fate.values)}
        )
    return found


def _unreadable() -> ValidationError:
    text = _("This file cannot be read: send an XLSX sheet or a JSON list of at most 2,000 rows and 1 MB.")
    return ValidationError({"file": ValidationError(text, code="unreadable")})
