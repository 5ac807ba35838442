"""A list as one actor asked for it: scoped, filtered, searched, ordered and cut into a page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import InvalidOperation
from functools import cached_property
from typing import Any

from django.db import DataError
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django_filters import FilterSet

from foundation.actors import Actor
from foundation.lists import parameters
from foundation.lists.column import Column
from foundation.lists.context import RowContext
from foundation.lists.counting import Count, count_up_to
from foundation.lists.cursor import BadCursor, Cursor
from foundation.lists.faults import BadQuery, Fault
from foundation.lists.keyset import Slice
from foundation.lists.rows import RowBuilder
from foundation.lists.spec import ListSpec

_NOT_STORABLE = (DataError, OverflowError, InvalidOperation)


class Listing:
    """What ``actor`` sees of ``spec`` at ``at``, as ``params`` ask for it.

    Faults are kept in ``errors`` and ``asked.unknown``; a list with errors has no rows.
    """

    def __init__(
        self,
        spec: ListSpec,
        *,
        actor: Actor,
        at: datetime,
        params: QueryDict,
        page_size: int = parameters.PAGE_SIZE,
    ) -> None:
        if spec.permission is not None:
            actor.require(spec.permission)
        self.spec = spec
        self.params = params
        self.context = RowContext(actor, at)
        self.asked = parameters.read(params, spec, actor, page_size=page_size)

    @cached_property
    def scoped(self) -> QuerySet[Any]:
        rows: Any = self.spec.queryset()
        return rows if self.spec.public else rows.visible_to(self.context.actor)

    @cached_property
    def filterset(self) -> FilterSet:
        found = self.spec.filterset_class(self.params, self.scoped, request=self.context)
        for name in set(found.filters) - self.spec.filters_for(self.context.actor):
            del found.filters[name]
        return found

    @cached_property
    def errors(self) -> dict[str, list[Fault]]:
        """Every fault by parameter; unknown parameters are not among them."""
        errors = dict(self.asked.errors)
        if self.asked.filters and not self.filterset.is_valid():
            for name, faults in self.filterset.errors.get_json_data().items():
                errors[name] = [Fault(fault["code"], fault["message"]) for fault in faults]
        return errors

    @cached_property
    def queryset(self) -> QuerySet[Any]:
        """The rows that were asked for, in no order; raises BadQuery."""
        if self.errors:
            raise BadQuery(self.errors)
        found = self.filterset.qs if self.asked.filters else self.scoped
        if self.asked.text:
            found = self.spec.searched(found, self.asked.text, self.context.actor)
        return found

    def refuse_unknown(self, *also: str) -> None:
        """Raise BadQuery when a parameter means nothing here, or is one of ``also``."""
        unknown = [*self.asked.unknown, *(name for name in also if name in self.params)]
        if unknown:
            fault = Fault("unknown", _("This list has no such parameter."))
            raise BadQuery({name[:100]: [fault] for name in unknown})

    def builder(self, columns: tuple[Column, ...]) -> RowBuilder:
        return RowBuilder(columns, self.context, also=(self.asked.keyset.path, "pk"))

    def page(self, builder: RowBuilder) -> Slice:
        """The page that was asked for; raises BadQuery."""
        return self._slice(builder, self.asked.page_size, self.asked.cursor)

    def chunks(self, builder: RowBuilder, size: int = 2000) -> Iterator[list[tuple[Any, ...]]]:
        """All rows, a few at a time, so that memory stays flat."""
        cursor: Cursor | None = None
        while True:
            part = self._slice(builder, size, cursor)
            yield part.rows
            if (cursor := part.next) is None:
                return

    def count(self, cap: int = 10_000) -> Count:
        """The number of rows, exact up to ``cap``; raises BadQuery."""
        if self.asked.text and self.spec.search_cap is not None:
            cap = min(cap, self.spec.search_cap)
        try:
            return count_up_to(self.queryset, cap)
        except _NOT_STORABLE as error:
            raise _unanswerable() from error

    def _slice(self, builder: RowBuilder, size: int, after: Cursor | None) -> Slice:
        try:
            return self.asked.keyset.slice(self.queryset, builder.paths, size=size, after=after)
        except BadCursor as error:
            raise BadQuery({"cursor": [parameters.BAD_CURSOR]}) from error
        except _NOT_STORABLE as error:
            raise _unanswerable() from error


def _unanswerable() -> BadQuery:
    return BadQuery({"": [Fault("invalid", _("A value is outside what can be stored."))]})
