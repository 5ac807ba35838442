"""The ledger from a sheet: every row is checked first, and nothing is written while one of them is wrong (Art. 8)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cache
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.translation import gettext as _

from enforcement.models import Organ
from enforcement.services.numbers import next_serials
from enforcement.services.sheets import in_row, refuse_rows, rows_of_sheet
from foundation.actors import Actor
from foundation.acts.typed_text import tidy
from foundation.articles import Article
from foundation.record import audited
from guidance.models import LedgerRow
from guidance.services.ledger.keeping import SERIES, new_row, organ_of
from guidance.vocabulary import LedgerMethod, Way

HEADS = frozenset({"day", "时间", "日期", "序号"})
TEXTS = {"audience": (3, 200), "content": (4, 500), "result": (7, 500), "note": (8, 300)}
NUMBERS = {"people": 5, "copies": 6}
MOST = 10_000_000


def try_rows(*, by: Actor, at: datetime, file: Any) -> int:
    """Check a sheet and write nothing; returns how many rows it holds. Raises as ``import_rows``."""
    return len(_sound(file, organ_of(by=by), at=at))


def import_rows(*, by: Actor, at: datetime, file: Any) -> int:
    """Enter the rows of a sheet: day, way, method, audience, content, people, copies, result, note.

    Raises ValidationError with one line a wrong row; then nothing is written. Returns how many were entered.
    """
    organ = organ_of(by=by)
    rows = _sound(file, organ, at=at)
    with audited("ledger:import", by=by, at=at, under=Article(8)):
        _number(rows, organ)
        LedgerRow.objects.record_bulk_create(rows)
    return len(rows)


def _number(rows: list[LedgerRow], organ: Organ) -> None:
    by_year: dict[int, list[LedgerRow]] = defaultdict(list)
    for row in rows:
        by_year[row.held_on.year].append(row)
    for year, some in sorted(by_year.items()):
        serials = next_serials(organ=organ, kind=SERIES, year=year, count=len(some))
        for row, serial in zip(some, serials, strict=True):
            row.serial = serial


def _sound(file: Any, organ: Organ, *, at: datetime) -> list[LedgerRow]:
    rows: list[LedgerRow] = []
    errors: list[str] = []
    for number, cells in _lines(rows_of_sheet(file)):
        try:
            rows.append(new_row(organ, _values(cells), at=at))
        except ValueError as error:
            errors.append(in_row(number, error))
        except ValidationError as error:
            errors.append(in_row(number, " ".join(error.messages)))
    if not rows and not errors:
        errors = [_("The sheet is empty.")]
    refuse_rows(errors)
    return rows


def _lines(rows: Iterable[list[Any]]) -> Iterator[tuple[int, list[Any]]]:
    for number, row in enumerate(rows, start=1):
        first = str(row[0]).strip() if row else ""
        if any(str(cell).strip() for cell in row) and not (number == 1 and first.casefold() in HEADS):
            yield number, [*row, *[""] * (9 - len(row))]


def _values(cells: list[Any]) -> dict[str, Any]:
    """Raises ValueError saying what is wrong with the row."""
    return {
        "held_on": _day(cells[0]),
        "way": _word(cells[1], Way, _("way")),
        "method": _word(cells[2], LedgerMethod, _("method")),
        **{name: _text(cells[place], longest, name) for name, (place, longest) in TEXTS.items()},
        **{name: _number_in(cells[place]) for name, place in NUMBERS.items()},
    }


def _day(value: Any) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value).strip().replace("/", "-").replace(".", "-"))
    except ValueError as error:
        raise ValueError(_("“%(text)s” is no day; write 2026-11-20.") % {"text": str(value)[:20]}) from error


def _word(value: Any, words: Any, what: str) -> str:
    """A choice by its code, or by its name in any language of the house."""
    text = str(value).strip()
    found: str | None = _names_of(words).get(text.casefold())
    if found is None:
        raise ValueError(_("“%(text)s” is no %(what)s.") % {"text": text[:20], "what": what})
    return found


@cache
def _names_of(words: Any) -> dict[str, str]:
    names = {choice.value: choice.value for choice in words}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            names |= {str(choice.label).casefold(): choice.value for choice in words}
    return names


def _text(value: Any, longest: int, name: str) -> str:
    text = str(tidy(str(value)))
    if not text and name in ("audience", "content"):
        raise ValueError(_("audience and content must not be empty."))
    if len(text) > longest:
        raise ValueError(_("a text is longer than %(most)s signs.") % {"most": longest})
    return text


def _number_in(value: Any) -> int:
    text = str(value).strip() or "0"
    try:
        number = float(text)
    except ValueError as error:
        raise ValueError(_("“%(text)s” is no number.") % {"text": text[:20]}) from error
    if not (0 <= number <= MOST and number == int(number)):
        raise ValueError(_("“%(text)s” is no whole number from 0 on.") % {"text": text[:20]})
    return int(number)
