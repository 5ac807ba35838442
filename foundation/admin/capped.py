"""Pages of very long lists: nothing counts a million rows to draw page numbers."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.utils.functional import cached_property

CAP = 10_000


class CappedPaginator(Paginator):
    """Counts up to ten thousand; what lies beyond is found by search and filters."""

    @cached_property
    def count(self) -> int:
        rows: Any = self.object_list[:CAP]
        return int(rows.count())
