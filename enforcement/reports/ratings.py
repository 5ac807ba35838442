"""What firms say of the visits of each organ, never so few that one could be told from another (Art. 6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from enforcement.models import InspectionRating
from enforcement.vocabulary import NoGo, NotShown
from foundation.actors import Actor

FEWEST = 5


@dataclass(frozen=True, slots=True)
class OrganRatings:
    """``count`` and what follows from it are None while fewer than five firms have spoken."""

    organ: Any
    count: int | None
    average: float | None = None
    without_certificate: int | None = None
    not_shown: tuple[tuple[str, int], ...] = ()
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
    return OrganRatings(
        organ=organ,
        count=len(found),
        average=round(sum(row.manner for row in found) / len(found), 1),
        without_certificate=sum(not row.certificates_shown for row in found),
        not_shown=_counted(NotShown, (row.not_shown for row in found)),
        no_gos=_counted(NoGo, (row.no_gos for row in found)),
        words=tuple(sorted(row.words for row in found if row.words)),
    )


def _counted(words: type[NoGo | NotShown], ticked: Iterable[list[str]]) -> tuple[tuple[str, int], ...]:
    """How often each was ticked, the most frequent first."""
    counted = Counter(code for codes in ticked for code in codes)
    return tuple((str(words(code).label), times) for code, times in counted.most_common())
