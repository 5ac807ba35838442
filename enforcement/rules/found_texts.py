"""Texts as they are searched, cut into pieces of one to three signs that any index can hold (Art. 6)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from enforcement.rules.names import plain_of, token

_LATIN = re.compile(r"[0-9a-z]{3,}")  # letters and digits are told apart by three signs, Chinese by two


@dataclass(frozen=True)
class FoundWords:
    """Number, title and the like of one thing, and the pieces under which it is found."""

    texts: tuple[str, ...]

    @cached_property
    def plain(self) -> str:
        """The texts as they are compared, one a line."""
        return "\n".join(filter(None, map(plain_of, self.texts)))

    @property
    def grams(self) -> str:
        """All pieces, by blanks."""
        lines = self.plain.split("\n")
        found = {token(line[i : i + n]) for line in lines for n in (1, 2) for i in range(len(line) - n + 1)}
        return " ".join(sorted(found | set(_latin_pieces(lines))))


def pieces_wanted(text: str) -> list[str]:
    """What an index must hold for ``text``; nothing for a text without signs."""
    plain = plain_of(text)
    if len(plain) < 2:
        return [token(plain)] if plain else []
    covered = {i for run in _LATIN.finditer(plain) for i in range(run.start(), run.end() - 1)}
    pairs = {token(plain[i : i + 2]) for i in range(len(plain) - 1) if i not in covered}
    return sorted(pairs | set(_latin_pieces([plain])))


def _latin_pieces(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        for run in _LATIN.findall(line):
            yield from (f"q{token(run[i : i + 3])}" for i in range(len(run) - 2))
