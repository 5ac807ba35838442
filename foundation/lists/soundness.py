"""Whether a list keeps the promises that paging and masking rest on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import FieldError
from django.db.models import F, QuerySet

from foundation.actors import ANONYMOUS
from foundation.lists.column import Column
from foundation.lists.spec import ListSpec


def flaws(spec: ListSpec) -> Iterator[str]:
    """One sentence a flaw; none when the list is sound."""
    if not spec.public and not hasattr(spec.queryset(), "visible_to"):
        yield f"{spec.name}: its rows have no scope"
    names = [column.name for column in spec.columns]
    yield from (f"{spec.name}: two columns are called {n}" for n in sorted(set(names)) if names.count(n) > 1)
    for column in spec.columns:
        yield from _flaws_of(spec, column)


def _flaws_of(spec: ListSpec, column: Column) -> Iterator[str]:
    for path in column.paths:
        if _resolved(spec, path) is None:
            yield f"{spec.name}.{column.name}: there is no {path}"
    if column.sort is not None and _can_be_null(spec, column.sort):
        yield f"{spec.name}.{column.name}: {column.sort} may be null, so paging by it would lose rows"


def _rows(spec: ListSpec) -> QuerySet[Any]:
    """The rows as the machinery asks for them: what a reader's reach adds to them is there as well."""
    rows: Any = spec.queryset()
    return rows.visible_to(ANONYMOUS) if hasattr(rows, "visible_to") else rows


def _resolved(spec: ListSpec, path: str) -> Any:
    try:
        return F(path).resolve_expression(_rows(spec).query.clone())
    except FieldError:
        return None


def _can_be_null(spec: ListSpec, path: str) -> bool:
    """Whether a row may lack the value: a nullable column, or one behind a nullable link.

    An annotation is trusted: who writes it says what stands there when nothing does.
    """
    if path in _rows(spec).query.annotations:
        return False
    model, steps = spec.model, path.split("__")
    for step in steps:
        field = model._meta.pk if step == "pk" else model._meta.get_field(step)
        if field.null:
            return True
        model = field.related_model or model
    return False
