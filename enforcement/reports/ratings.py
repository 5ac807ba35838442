"""What firms say of the visits of each organ, never so few that one could be told from another (Art. 6)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from enforcement.models import InspectionRating
from enforcement.vocabulary import NoGo
from foundation.actors import Actor

FEWEST = 5


@dataclass(frozen=True, slots=True)
class OrganRatings:
    """``count`` and what follows from it are None while fewer than five firms have spoken."""

    organ: Any
    count: int | None
    average: float | None = None
    without_certificate: int | None = None
    no_gos: tuple[tuple[str, int], ...] = ()
    words: tuple[str, ...] = ()


def ratings_by_organ(actor: Actor) -> list[OrganRatings]:
    """Per organ within the actor's reach; nothing for anybody but supervision."""
    rows = InspectionRating.objects.visible_to(actor).select_related("inspection__organ").order_by("id")
    by_organ: dict[Any, list[InspectionRating]] = {}
    for row in rows:
        by_organ.setdefault(row.inspection.organ, []).append(row)
    return [_of(organ, found) for organ, found in sorted(by_organ.items(), key=lambda pair: pair[0].code)]


def _of(organ: Any, found: list[InspectionRating]) -> OrganRatings:
    if len(found) < FEWEST:
        return OrganRatings(organ, None)
    counted = Counter(code for row in found for code in row.no_gos)
    return OrganRatings(
        organ=organ,
        count=len(found),
        average=round(sum(row.manner for row in found) / len(found), 1),
        without_certificate=sum(not row.certificates_shown for row in found),
        no_gos=tuple((str(NoGo(code).label), times) for code, times in counted.most_common()),
        words=tuple(sorted(row.words for row in found if row.words)),
    )
