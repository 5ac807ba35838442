"""What must not stand in a public text: names of persons, numbers and addresses (PUB-2; Penalty Law, Art. 50)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from enum import StrEnum

IDENTITY = re.compile(r"(?<![0-9A-Za-z])(?:[0-9]{17}[0-9Xx]|[0-9]{15})(?![0-9A-Za-z])")
TELEPHONE = re.compile(r"(?<![0-9])(?:\+?86[- ]?)?1[3-9][0-9](?:[- ]?[0-9]{4}){2}(?![0-9])")
HIDDEN = "***"
SHORTEST = 2


class Trace(StrEnum):
    """A kind of private detail."""

    ADDRESS = "address"
    IDENTITY = "identity"
    NAME = "name"
    TELEPHONE = "telephone"


def traces_in(text: str, private: Mapping[str, Iterable[str]]) -> list[Trace]:
    """The kinds of private details that ``text`` shows; ``private`` holds what is known, by kind."""
    plain = _plain(text)
    found = {Trace(kind) for kind, known in private.items() if any(_plain(k) in plain for k in _told(known))}
    if IDENTITY.search(plain):
        found.add(Trace.IDENTITY)
    if TELEPHONE.search(plain):
        found.add(Trace.TELEPHONE)
    return sorted(found)


def masked(text: str, private: Mapping[str, Iterable[str]], *, names: Mapping[str, str]) -> str:
    """``text`` without what is private; ``names`` says what stands in the place of a name."""
    text = unicodedata.normalize("NFC", text)
    for name, instead in sorted(names.items(), key=lambda pair: -len(pair[0])):
        text = text.replace(name, instead) if len(name) >= SHORTEST else text
    for known in private.values():
        for detail in sorted(_told(known), key=len, reverse=True):
            text = text.replace(detail, HIDDEN)
    return TELEPHONE.sub(HIDDEN, IDENTITY.sub(HIDDEN, text))


def _told(known: Iterable[str]) -> list[str]:
    """One sign alone is no trace of anybody."""
    return [detail.strip() for detail in known if len(detail.strip()) >= SHORTEST]


def _plain(text: str) -> str:
    """Without the twins and the invisible signs behind which a number hides."""
    twin = unicodedata.normalize("NFKC", text)
    return "".join(sign for sign in twin if unicodedata.category(sign) != "Cf").replace(" ", "")
