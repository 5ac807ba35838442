"""Reading holiday arrangements from files: JSON as published, or a sheet of days."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook

WORKED = frozenset({"work", "makeup", "班", "调休", "上班", "补班"})
_LARGEST_UNPACKED = 8 * 1024 * 1024
_MOST_ROWS = 400


@dataclass(frozen=True, slots=True)
class Days:
    """One year of the arrangement."""

    year: int
    off: tuple[date, ...]
    makeup: tuple[date, ...]


def days_in_json(content: bytes) -> list[Days]:
    """Read ``{"2027": {"off": ["2027-01-01", ...], "makeup": [...]}}``; raises ValidationError."""
    try:
        years = json.loads(content.decode("utf-8-sig"))
        return [
            Days(int(year), _dates(days["off"]), _dates(days.get("makeup", ())))
            for year, days in sorted(years.items())
        ]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise _unreadable() from error


def days_in_workbook(content: bytes) -> list[Days]:
    """Read the first sheet: a day in column A, and in column B a word when it is a make-up workday."""
    days: dict[int, tuple[list[date], list[date]]] = {}
    for row in _rows(content):
        day = row[0].date() if isinstance(row[0], datetime) else row[0]
        if isinstance(day, str):
            day = _written(day)
        if not isinstance(day, date):
            continue
        off, makeup = days.setdefault(day.year, ([], []))
        worked = len(row) > 1 and str(row[1]).strip().lower() in WORKED
        (makeup if worked else off).append(day)
    if not days:
        raise _unreadable()
    return [Days(year, tuple(off), tuple(makeup)) for year, (off, makeup) in sorted(days.items())]


def _rows(content: bytes) -> list[list[Any]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(member.file_size for member in archive.infolist()) > _LARGEST_UNPACKED:
                raise _unreadable()
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return [row for row in workbook.get_sheet_by_index(0).to_python()[:_MOST_ROWS] if row]
    except (zipfile.BadZipFile, CalamineError, IndexError, ValueError) as error:
        raise _unreadable() from error


def _dates(texts: Iterable[str]) -> tuple[date, ...]:
    return tuple(date.fromisoformat(text) for text in texts)


def _written(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip().replace("/", "-"))
    except ValueError:
        return None


def _unreadable() -> ValidationError:
    return ValidationError(
        {"file": _("This file cannot be read as a holiday arrangement: see the help for its form.")}
    )
