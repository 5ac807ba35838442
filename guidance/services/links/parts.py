"""What floors above offer behind a link beside the guidance itself (Art. 8)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from guidance.models import CounterpartLink


@dataclass(frozen=True, slots=True)
class LinkPart:
    """A further page behind the same link: what it is, and whether something is left to do there."""

    title: Any
    text: Any
    label: Any
    url: str
    is_done: bool = False


Finder = Callable[[CounterpartLink, datetime], LinkPart | None]
_finders: list[Finder] = []


def register_part(finder: Finder) -> Finder:
    """Let an app above offer something behind links; one or two queries each."""
    if finder not in _finders:
        _finders.append(finder)
    return finder


def parts_of(link: CounterpartLink, *, at: datetime) -> list[LinkPart]:
    """All that is offered behind ``link`` now."""
    return [part for finder in _finders if (part := finder(link, at)) is not None]
