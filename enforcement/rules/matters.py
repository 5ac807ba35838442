"""What stands against a discretion band: fines inside the statute, tiers beside one another (Art. 5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from foundation.articles import PENALTY, Article, Citation
from foundation.obstacles import Obstacle


@dataclass(frozen=True, slots=True)
class Range:
    """Fines from and to; an open end is None."""

    low: Decimal | None = None
    high: Decimal | None = None

    def reaches_beyond(self, other: Range) -> bool:
        below = other.low is not None and self.low is not None and self.low < other.low
        above = other.high is not None and self.high is not None and self.high > other.high
        return below or above

    def overlaps(self, other: Range) -> bool:
        """Whether more than an end point is shared; ranges without fines overlap nothing."""
        if self.low is None or self.high is None or other.low is None or other.high is None:
            return False
        return self.low < other.high and other.low < self.high


def obstacles_to_band(*, band: Range, statutory: Range, others: tuple[Range, ...] = ()) -> Iterator[Obstacle]:
    """A benchmark refines the statute: it neither leaves its range nor gives one fine two tiers."""
    if band.reaches_beyond(statutory):
        yield Obstacle(
            code="matter:band_outside_range",
            message=_("The band leaves the statutory range of the matter."),
            article=Article(5),
            citation=Citation(PENALTY, "34"),
            next_step=_("Keep the fines within the range of the statute."),
            field="fine_max",
        )
    if any(band.overlaps(other) for other in others):
        yield Obstacle(
            code="matter:bands_overlap",
            message=_("The band overlaps another tier of the same matter."),
            article=Article(5),
            citation=Citation(PENALTY, "34"),
            next_step=_("Let one tier begin where the other ends."),
            field="fine_min",
        )
