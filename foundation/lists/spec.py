"""A list: its columns, rows, order, search and permission, declared once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Field, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_filters import Filter, FilterSet

from foundation.actors import Actor
from foundation.lists.column import Column, Kind
from foundation.lists.filters import filters_of
from foundation.lists.keyset import Keyset
from foundation.permissions import Permission


@dataclass(frozen=True, eq=False)
class ListSpec:
    """One list.

    ``queryset()`` gives the rows unscoped: the machinery always applies ``visible_to(actor)``.
    ``default_ordering`` is a column's name, with ``-`` for descending. ``search(queryset, text)``
    narrows by free text; with ``search_by_actor`` it is called with the actor as well, since what is
    masked for somebody must not be found by that person either. ``search_cap`` is how many hits such a
    search looks at: a list that finds more says so and asks for a longer text. ``row_url`` is the URL name of a row's
    page, with ``pk`` as its argument. ``filters`` holds filters that belong to no column. A ``public``
    list has no permission and no scope: its queryset gives published rows only.
    """

    name: str
    title: Any
    columns: tuple[Column, ...]
    queryset: Callable[[], QuerySet[Any]]
    default_ordering: str
    permission: Permission | None
    search: Callable[..., QuerySet[Any]] | None = None
    search_by_actor: bool = False
    search_cap: int | None = None
    row_url: str = ""
    filters: dict[str, Filter] = field(default_factory=dict)
    public: bool = False

    def __post_init__(self) -> None:
        if self.public != (self.permission is None):
            raise ValueError(f"{self.name}: name a permission, or say that the list is public")
        if self.keyset(self.default_ordering) is None:
            raise ValueError(f"{self.name}: cannot be sorted by {self.default_ordering}")

    @cached_property
    def model(self) -> Any:
        return self.queryset().model

    @cached_property
    def page_columns(self) -> tuple[Column, ...]:
        return tuple(c for c in self.columns if c.page)

    def columns_for(self, actor: Actor) -> tuple[Column, ...]:
        """The columns of the actor's page."""
        return tuple(c for c in self.page_columns if c.is_shown_to(actor))

    @cached_property
    def export_columns(self) -> tuple[Column, ...]:
        return tuple(c for c in self.columns if c.export)

    @cached_property
    def api_columns(self) -> tuple[Column, ...]:
        """The columns of the API, and the stamps that every resource has."""
        declared = tuple(c for c in self.columns if c.api)
        names = {c.name for c in declared}
        stamps = (c for c in _STAMPS if c.name not in names and _has_field(self.model, c.name))
        return (*declared, *stamps)

    @cached_property
    def all_filters(self) -> dict[str, tuple[Filter, Column | None]]:
        """Every filter by parameter, with the column that it tells of."""
        own: dict[str, tuple[Filter, Column | None]] = {n: (f, None) for n, f in self.filters.items()}
        for column in self.columns:
            own.update({name: (found, column) for name, found in filters_of(column).items()})
        return own

    @cached_property
    def filterset_class(self) -> type[FilterSet]:
        return type(f"{self.name}_filters", (FilterSet,), {n: f for n, (f, _c) in self.all_filters.items()})

    def filters_for(self, actor: Actor) -> set[str]:
        """Parameters that ``actor`` may filter by: a masked column would be told by the answers."""
        return {
            n for n, (_f, column) in self.all_filters.items() if not (column and column.is_masked_for(actor))
        }

    def searched(self, rows: QuerySet[Any], text: str, actor: Actor) -> QuerySet[Any]:
        """``rows`` narrowed by free text, as ``actor`` may search."""
        if self.search is None:
            return rows
        return self.search(rows, text, actor) if self.search_by_actor else self.search(rows, text)

    def keyset(self, ordering: str, actor: Actor | None = None) -> Keyset | None:
        """The order called ``name`` or ``-name``; none when it does not exist for ``actor``."""
        wanted = ordering.removeprefix("-")
        for column in self.columns:
            if column.name == wanted and column.sort is not None:
                hidden = actor is not None and column.is_masked_for(actor)
                return None if hidden else Keyset(column.name, column.sort, ordering.startswith("-"))
        return None

    def url_of(self, key: Any) -> str:
        before, after = self._url_parts
        return f"{before}{key}{after}" if before else ""

    @cached_property
    def _url_parts(self) -> tuple[str, str]:
        return url_parts(self.row_url, self.model._meta.pk) if self.row_url else ("", "")


def url_parts(url_name: str, pk: Field[Any, Any]) -> tuple[str, str]:
    """What stands before and after a primary key in a URL: reversing once serves any number of rows."""
    marker = "00000000-0000-0000-0000-000000000000" if pk.get_internal_type() == "UUIDField" else "9078563412"
    before, _marker, after = reverse(url_name, args=[marker]).partition(marker)
    return before, after


def _has_field(model: Any, name: str) -> bool:
    try:
        model._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return True


_STAMPS = (
    Column("created_at", _("created at"), kind=Kind.DATETIME),
    Column("updated_at", _("updated at"), kind=Kind.DATETIME),
)
