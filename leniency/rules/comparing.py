"""What changed from one edition of a list to the next, entry by entry and word by word (Art. 10 para. 1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from leniency.vocabulary import Difference

_TOKENS = re.compile(r"[A-Za-z]+|\d+(?:[.,]\d+)*|\s+|.")


@dataclass(frozen=True, slots=True)
class EntryImage:
    """An entry as it reads: its code, and each part of its wording by name."""

    code: str
    title: str
    parts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of signs that both texts have, or only the earlier or the later one."""

    text: str
    difference: Difference


@dataclass(frozen=True, slots=True)
class PartChange:
    name: str
    before: str
    after: str

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return tuple(pieces_of(self.before, self.after))


@dataclass(frozen=True, slots=True)
class EntryChange:
    code: str
    title: str
    difference: Difference
    parts: tuple[PartChange, ...] = ()


def compare(before: Iterable[EntryImage], after: Iterable[EntryImage]) -> list[EntryChange]:
    """Every entry of either edition by its code: added, removed, changed in its parts, or the same."""
    old, new = ({image.code: image for image in images} for images in (before, after))
    return [_change(old.get(code), new.get(code)) for code in sorted(old | new)]


def _change(old: EntryImage | None, new: EntryImage | None) -> EntryChange:
    there = new or old
    if there is None:
        raise ValueError("An entry stands in one of the two editions at least.")
    if old is None or new is None:
        return EntryChange(there.code, there.title, Difference.REMOVED if new is None else Difference.ADDED)
    parts = tuple(_parts(old.parts, new.parts))
    return EntryChange(new.code, new.title, Difference.CHANGED if parts else Difference.SAME, parts)


def _parts(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[PartChange]:
    for name in {**old, **new}:
        before, after = old.get(name, ""), new.get(name, "")
        if before != after:
            yield PartChange(name, before, after)


def pieces_of(before: str, after: str) -> Iterator[Piece]:
    """The two texts as one: Chinese compared sign by sign, other words and numbers whole."""
    old, new = _TOKENS.findall(before), _TOKENS.findall(after)
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Piece("".join(old[i:j]), Difference.SAME)
            continue
        if j > i:
            yield Piece("".join(old[i:j]), Difference.REMOVED)
        if m > k:
            yield Piece("".join(new[k:m]), Difference.ADDED)
