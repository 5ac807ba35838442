"""For whom, and when, a list is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils import timezone

from foundation.actors import Actor


@dataclass(frozen=True)
class RowContext:
    actor: Actor
    at: datetime
    today: date = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "today", timezone.localdate(self.at))
