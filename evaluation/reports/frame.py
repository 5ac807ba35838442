"""For whom, over which period and on which day something is counted (Art. 4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from evaluation.rules.periods import Span
from foundation.actors import Actor


@dataclass(frozen=True, slots=True)
class Frame:
    """Rows are those that ``actor`` sees; what has not come due by ``today`` is not held against anybody."""

    actor: Actor
    span: Span
    today: date

    @property
    def days(self) -> tuple[date, date]:
        return self.span.start, self.span.end

    @property
    def as_of(self) -> date:
        """The day whose state is told: the last of the period, or today while it runs."""
        return min(self.span.end, self.today)
