"""What the ledger comes to, for the rows that a list shows (Art. 8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Sum
from django.db.models.functions import Coalesce


@dataclass(frozen=True, slots=True)
class Totals:
    rows: int
    people: int
    copies: int


def totals_of(rows: Any) -> Totals:
    """How many rows there are among ``rows``, and what they count."""
    found = rows.order_by().aggregate(
        rows=Count("pk"), people=Coalesce(Sum("people"), 0), copies=Coalesce(Sum("copies"), 0)
    )
    return Totals(**found)
