"""Pages of very long lists: nothing counts a million rows to draw page numbers."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.utils.functional import cached_property

CAP = 10_000


class CappedPaginator(Paginator):  # type: ignore[type-arg]
    """Counts up to ten thousand; what lies beyond is found by search and filters."""

    @cached_property
    def count(self) -> int:
        return int(self.object_list[:CAP].count())  # type: ignore[union-attr]
