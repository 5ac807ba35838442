"""What documents can be about: each noun says which kinds it has now, and writes them (Art. 6, 8)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from enforcement.models import register_subject
from enforcement.rules.letters import Block
from enforcement.vocabulary import LetterKind
from foundation.articles import Article
from foundation.permissions import Permission


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of a document before it has a version, a head and a signature.

    ``signed_by`` is who signs and dates it in the organ's place; without a day, by hand.
    """

    title: str
    addressee: str
    blocks: tuple[Block, ...]
    number: str = ""
    day: date | None = None
    personal: tuple[str, ...] = ()
    signed_by: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """One noun: ``rows()`` loads what ``write(thing, kind)`` needs; ``kinds(thing)`` are possible now.

    ``link_of(thing, at)`` is the address at which the addressee reads and answers it; empty where there is none.
    """

    noun: str
    model: Any
    handle: Permission
    article: Article
    rows: Callable[[], Any]
    kinds: Callable[[Any], Iterable[LetterKind]]
    write: Callable[[Any, LetterKind], Draft]
    act_url: str
    case_of: Callable[[Any], Any] = lambda thing: None
    field_of: Callable[[Any], Any] = lambda thing: None
    link_of: Callable[[Any, datetime], str] = lambda thing, at: ""


_sources: dict[str, Source] = {}


def register_source(source: Source) -> None:
    """Let documents be written about things of this noun; floors above register theirs when they start."""
    _sources[source.noun] = source
    register_subject(source.noun, source.model)


def source_of(noun: str) -> Source:
    """The source called ``noun``; raises KeyError."""
    return _sources[noun]


def nouns() -> tuple[str, ...]:
    return tuple(_sources)
