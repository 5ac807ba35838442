"""Names as they are searched: without blanks and marks, cut into pieces that any index can hold (Art. 8)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pypinyin import Style, lazy_pinyin

_SPELLED = 3  # shorter pieces of full pinyin stand in nearly every name
_RUN = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]+")


def plain_of(text: str) -> str:
    """``text`` as it is compared: full-width and capital letters folded, blanks and marks left out."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in folded if sign.isalnum())


def syllables_of(text: str, style: Style = Style.NORMAL) -> list[str]:
    """What ``lazy_pinyin`` gives; names share their runs of Chinese signs, so those are remembered."""
    return [syllable for run in _RUN.findall(text) for syllable in _syllables_of_run(run, style)]


@lru_cache(maxsize=8192)
def _syllables_of_run(run: str, style: Style) -> tuple[str, ...]:
    return tuple(lazy_pinyin(run, style=style))


@dataclass(frozen=True)
class SearchName:
    """A name with its pinyin, and the pieces under which it is found."""

    name: str

    @cached_property
    def plain(self) -> str:
        return plain_of(self.name)

    @cached_property
    def initials(self) -> str:
        return "".join(syllables_of(self.plain, Style.FIRST_LETTER))

    @cached_property
    def pinyin(self) -> str:
        return "".join(syllables_of(self.plain))

    @property
    def grams(self) -> str:
        """All pieces, by blanks: one and two signs of name and initials, three of the full pinyin."""
        pieces = {g for text in (self.plain, self.initials) for size in (1, 2) for g in _grams(text, size)}
        return " ".join(sorted(pieces | _spelled(self.pinyin)))


def pieces_asked(text: str) -> list[list[str]]:
    """What an index must hold for ``text``: any one of these lists, whole; none for an empty text."""
    plain = plain_of(text)
    if not plain:
        return []
    asked = [sorted(_grams(plain, min(2, len(plain))))]
    if plain.isascii() and len(plain) >= _SPELLED:
        asked.append(sorted(_spelled(plain)))
    return asked


def likeness(one: str, other: str) -> float:
    """How alike two plain names are, from 0 to 1: twice the shared pairs of signs over all pairs."""
    first, second = _grams(one, 2), _grams(other, 2)
    if not first or not second:
        return float(one == other)
    return 2 * len(first & second) / (len(first) + len(second))


def _grams(text: str, size: int) -> set[str]:
    return {token(text[i : i + size]) for i in range(len(text) - size + 1)}


def _spelled(text: str) -> set[str]:
    return {f"p{gram}" for gram in _grams(text, _SPELLED)}


def token(gram: str) -> str:
    """A piece in plain ASCII, so that no tokenizer of a database has an opinion on its signs."""
    return "x".join(f"{ord(sign):x}" for sign in gram)
