"""What several searches find together, each by its own index."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet


def newest_of(rows: QuerySet[Any], *kinds: QuerySet[Any], by: str, cap: int) -> QuerySet[Any]:
    """Those of ``rows`` that one of ``kinds`` finds, of each the newest ``cap`` and one more.

    Alternatives joined by OR would be tried on every row in reach; joined as sets each uses its index.
    """
    found = [_newest(kind, by, cap) for kind in kinds]
    return rows.filter(pk__in=found[0].union(*found[1:]) if len(found) > 1 else found[0])


def _newest(rows: QuerySet[Any], by: str, cap: int) -> QuerySet[Any]:
    """The slice stands one level down: SQLite takes none in a union itself."""
    some = rows.order_by(f"-{by}", "-pk").values("pk")[: cap + 1]
    return rows.model.objects.filter(pk__in=some).order_by().values("pk")
