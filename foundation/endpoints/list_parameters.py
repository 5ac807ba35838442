"""The parameters of a list as OpenAPI tells them."""

from __future__ import annotations

from typing import Any

from django_filters import BooleanFilter, ChoiceFilter, DateFilter, NumberFilter
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter

from foundation.lists.parameters import LARGEST_PAGE, PAGE_SIZE
from foundation.lists.spec import ListSpec

_TYPES: tuple[tuple[Any, Any], ...] = (
    (BooleanFilter, OpenApiTypes.BOOL),
    (DateFilter, OpenApiTypes.DATE),
    (NumberFilter, OpenApiTypes.DECIMAL),
)


def list_parameters(spec: ListSpec) -> list[OpenApiParameter]:
    """Filters, order, search, paging and count."""
    found = [_filter(name, wanted) for name, (wanted, _column) in spec.all_filters.items()]
    if spec.search is not None:
        found += [
            OpenApiParameter("search", str),
            OpenApiParameter("q", str, description="The same as search."),
        ]
    size = {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE, "default": PAGE_SIZE}
    return [
        *found,
        OpenApiParameter("ordering", str, enum=_orderings(spec), default=spec.default_ordering),
        OpenApiParameter("cursor", str, description="From next or previous."),
        OpenApiParameter("page_size", size),
        OpenApiParameter("count", bool, description="Count the rows, exactly up to 10,000."),
    ]


def _orderings(spec: ListSpec) -> list[str]:
    return [f"{sign}{c.name}" for c in spec.columns if c.sortable for sign in ("", "-")]


def _filter(name: str, wanted: Any) -> OpenApiParameter:
    kind = next((kind for cls, kind in _TYPES if isinstance(wanted, cls)), OpenApiTypes.STR)
    choices = wanted.extra.get("choices") if isinstance(wanted, ChoiceFilter) else None
    enum = [str(code) for code, _label in choices] if choices else None
    return OpenApiParameter(name, kind, enum=enum, description=str(wanted.label or ""))
