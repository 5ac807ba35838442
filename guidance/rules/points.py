"""The points of a letter: one a line; what they come to together (Art. 8 (4), (5))."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guidance.vocabulary import Adoption

_NUMBER = r"[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[)）、．]|\.(?!\d))"
_MARK = re.compile(rf"^\s*(?:[-*•·]|{_NUMBER})\s*")


def lines_of(text: str) -> list[str]:
    """The points of ``text``, without the numbers or strokes that they were written with."""
    found = (_MARK.sub("", line).strip() for line in text.splitlines())
    return [line for line in found if line]


def sum_of(adopted: Sequence[str]) -> str:
    """What the suggestions came to: all, none, or part; empty while one has no word yet."""
    if not adopted or "" in adopted:
        return ""
    return adopted[0] if len(set(adopted)) == 1 else str(Adoption.PART)
