"""A column: where its value comes from, and how it is shown, sorted, filtered, masked and exported."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from django_filters import Filter

from foundation.actors import Actor, ReachKind
from foundation.lists.context import RowContext
from foundation.permissions import Permission


class Kind(StrEnum):
    BADGE = "badge"
    BOOL = "bool"
    DATE = "date"
    DATETIME = "datetime"
    DEADLINE = "deadline"
    LINK = "link"
    LIST = "list"
    MASKED = "masked"
    MONEY = "money"
    NUMBER = "number"
    TEXT = "text"


@dataclass(frozen=True, eq=False)
class Column:
    """One column of a list.

    ``source`` is one ``values_list`` path or a tuple of them (default: the name). ``mask`` pairs the
    permission that sees the plain value with the function that hides it; the masked value is all that
    ``build``, the page, the API and the export ever get. ``build(value, context)`` gives the value of
    the API (``value`` is a tuple for a tuple of paths); ``display``, ``tone`` and ``url`` take that
    value. ``sort`` is a path that is never null. ``wide`` keeps room for a sentence; ``tells_organs`` leaves
    the column away on the page of who reaches one organ alone, where it would say the same in every row.
    """

    name: str
    label: Any
    source: str | tuple[str, ...] = ""
    kind: Kind = Kind.TEXT
    sort: str | None = None
    filter: Filter | str | None = None
    choices: Any = None
    mask: tuple[Permission, Callable[[Any], Any]] | None = None
    page: bool = True
    api: bool = True
    export: bool = True
    build: Callable[[Any, RowContext], Any] | None = None
    display: Callable[[Any, RowContext], Any] | None = None
    tone: Callable[[Any, RowContext], str] | None = None
    url: Callable[[Any, RowContext], str] | None = None
    schema: Any = None
    wide: bool = False
    tells_organs: bool = False

    @property
    def paths(self) -> tuple[str, ...]:
        if isinstance(self.source, tuple):
            return self.source
        return (self.source or self.name,)

    @property
    def sortable(self) -> bool:
        return self.sort is not None

    @property
    def align(self) -> str:
        return "end" if self.kind in (Kind.MONEY, Kind.NUMBER) else "start"

    @cached_property
    def labels(self) -> dict[Any, Any]:
        """The words of the codes, when the column has ``choices``."""
        return dict(self.choices.choices) if self.choices else {}

    def is_shown_to(self, actor: Actor) -> bool:
        """Whether the column stands on the actor's page."""
        return not (self.tells_organs and actor.reach.kind == ReachKind.ORGAN)

    @property
    def room(self) -> str:
        """The class of cells that keep room for a sentence or a name."""
        return " wide" if self.wide else " name" if self.tells_organs else ""

    def is_masked_for(self, actor: Actor) -> bool:
        return self.mask is not None and not actor.may(self.mask[0])

    def is_sortable_by(self, actor: Actor) -> bool:
        """Order tells the value: a masked column is not sorted."""
        return self.sortable and not self.is_masked_for(actor)
