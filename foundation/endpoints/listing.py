"""The body of a list: straight from tuples of the database to JSON, with no model instance between."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from rest_framework.request import Request

from foundation.actors import Actor
from foundation.lists.cursor import Cursor
from foundation.lists.listing import Listing
from foundation.lists.rows import RowBuilder
from foundation.lists.spec import ListSpec


def list_body(
    spec: ListSpec, request: Request, *, actor: Actor, at: datetime, url_of: Callable[[Any], str]
) -> dict[str, Any]:
    """One page of ``spec``; raises BadQuery for any parameter that is not understood."""
    listing = Listing(spec, actor=actor, at=at, params=request.query_params)
    listing.refuse_unknown("export")
    builder = listing.builder(spec.api_columns)
    part = listing.page(builder)
    body: dict[str, Any] = {
        "next": _link(request, part.next),
        "previous": _link(request, part.previous),
        "results": _results(builder, part.rows, url_of),
    }
    if listing.asked.count:
        count = listing.count()
        body["count"] = count.number
        body["count_is_minimum"] = count.is_minimum
    return body


def _results(
    builder: RowBuilder, rows: list[tuple[Any, ...]], url_of: Callable[[Any], str]
) -> list[dict[str, Any]]:
    key = builder.position("pk")
    return [{"id": str(row[key]), "url": url_of(row[key]), **builder.values(row)} for row in rows]


def _link(request: Request, cursor: Cursor | None) -> str | None:
    if cursor is None:
        return None
    query = request.query_params.copy()
    query["cursor"] = cursor.encode()
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")
