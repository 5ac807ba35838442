"""How many rows there are, without counting everything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

CAP = 10_000


@dataclass(frozen=True, slots=True)
class Count:
    number: int
    is_minimum: bool

    @property
    def label(self) -> str:
        return f"{self.number:,}+" if self.is_minimum else f"{self.number:,}"


def count_up_to(queryset: QuerySet[Any], cap: int = CAP) -> Count:
    """The exact number up to ``cap``; beyond, ``cap`` as a minimum."""
    found = queryset.order_by().values_list("pk")[: cap + 1].count()
    return Count(min(found, cap), found > cap)
