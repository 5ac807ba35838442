"""The rulebook as it was derived last: what pages show, with or without sources of tests at hand."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from enforcement.reports.rulebook.book import Entry
from enforcement.reports.rulebook.document import DERIVED


def entry_of(code: str) -> Entry:
    """Where the rule bites; an empty entry for one that nothing names."""
    return _kept().get(code) or Entry(code)


def codes_encoded() -> list[str]:
    """The rules that the program holds people to."""
    return [code for code, entry in _kept().items() if entry.is_encoded]


@cache
def _kept() -> dict[str, Entry]:
    rows: list[dict[str, Any]] = json.loads(DERIVED.read_text(encoding="utf-8"))
    return {row["code"]: Entry(row.pop("code"), **{n: tuple(v) for n, v in row.items()}) for row in rows}
