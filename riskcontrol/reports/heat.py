"""Risk at a glance: risk points by field and level, counterparts by industry and level (Art. 9)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Sum

from enforcement.models import name_field
from enforcement.vocabulary import Industry
from foundation.actors import Actor
from riskcontrol.models import RiskPoint, RiskReview, RiskTally
from riskcontrol.vocabulary import Level

LEVELS = (Level.HIGH.value, Level.MEDIUM.value, Level.LOW.value)


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One field or industry: its numbers at the levels, the highest level first."""

    key: str
    label: str
    numbers: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.numbers)


def points_by_field() -> list[HeatRow]:
    """Published risk points of each field at each level."""
    label = f"field__{name_field()}"
    rows = (
        RiskPoint.objects.published()
        .order_by("field__code")
        .values_list("field_id", label, "field__name_zh", "level")
        .annotate(Count("pk"))
    )
    return _heat((str(key), name or chinese, level, number) for key, name, chinese, level, number in rows)


def counterparts_by_industry(actor: Actor) -> list[HeatRow]:
    """Counterparts of each industry at each level, among those that ``actor`` may meet."""
    rows = (
        RiskTally.objects.visible_to(actor)
        .order_by("industry")
        .values_list("industry", "level")
        .annotate(Sum("number"))
    )
    return _heat((key, str(Industry(key).label), level, number) for key, level, number in rows)


def counterparts_in(industries: list[str], actor: Actor) -> int:
    """How many counterparts of these industries ``actor`` may meet, as of the last review."""
    tallies = RiskTally.objects.visible_to(actor).filter(industry__in=industries)
    return tallies.aggregate(Sum("number"))["number__sum"] or 0


def last_review() -> RiskReview | None:
    """The last review that was finished: the numbers stand as of it."""
    return RiskReview.objects.exclude(finished_at=None).order_by("-day").first()


def _heat(rows: Iterable[tuple[str, Any, str, int]]) -> list[HeatRow]:
    labels: dict[str, str] = {}
    numbers: dict[str, dict[str, int]] = defaultdict(dict)
    for key, label, level, number in rows:
        labels[key] = label
        numbers[key][level] = number
    return [
        HeatRow(key, labels[key], tuple(numbers[key].get(level, 0) for level in LEVELS)) for key in numbers
    ]
