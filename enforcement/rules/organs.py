"""What stands against founding, moving or closing an organ (Art. 4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from enforcement.vocabulary import RegionLevel
from foundation.articles import Article
from foundation.obstacles import Obstacle, Severity

_RANK: dict[str, int] = {RegionLevel.CITY: 0, RegionLevel.COUNTY: 1, RegionLevel.TOWNSHIP: 2}


@dataclass(frozen=True, slots=True)
class PlacingFacts:
    """Where an organ is to stand: its level, that of its region, and its superiors up to the top."""

    level: str
    region_level: str
    organ_id: int | None = None
    superior_ids: tuple[int, ...] = ()
    superior_level: str | None = None


@dataclass(frozen=True, slots=True)
class ClosingFacts:
    """What still hangs on an organ."""

    officers: int = 0
    subordinates: int = 0
    open_cases: int = 0


def obstacles_to_placing(facts: PlacingFacts) -> Iterator[Obstacle]:
    """A line of organs runs downwards from city to township and never in a circle."""
    if facts.organ_id is not None and facts.organ_id in facts.superior_ids:
        yield Obstacle(
            code="organ:circle",
            message=_("An organ cannot stand under itself or under one of its subordinates."),
            article=Article(4),
            next_step=_("Choose a superior outside its own branch."),
            field="parent",
        )
    elif facts.superior_level is not None and _RANK[facts.superior_level] > _RANK[facts.level]:
        yield Obstacle(
            code="organ:superior_is_lower",
            message=_("The superior is of a lower level than the organ."),
            article=Article(4),
            next_step=_("Choose a superior of the same or a higher level."),
            field="parent",
        )
    if facts.region_level != facts.level:
        yield Obstacle(
            code="organ:region_of_another_level",
            message=_("The region is of another level than the organ."),
            article=Article(4),
            next_step=_("Choose the city, county or township that the organ serves."),
            field="region",
        )


def obstacles_to_closing_organ(facts: ClosingFacts) -> Iterator[Obstacle]:
    """Nobody and nothing is left behind in an organ that acts no more."""
    steps = (
        ("officers", facts.officers, _("Active officers still belong to it: %(count)s."),
         _("Move or deactivate them first.")),
        ("subordinates", facts.subordinates, _("Active organs still stand under it: %(count)s."),
         _("Give them another superior first.")),
        ("open_cases", facts.open_cases, _("Cases are still open in it: %(count)s."),
         _("Close them or hand them over first.")),
    )  # fmt: skip
    for name, count, message, next_step in steps:
        if count:
            yield Obstacle(
                code=f"organ:{name}",
                message=message % {"count": count},
                article=Article(4),
                severity=Severity.REQUIRE,
                next_step=next_step,
                field="is_active",
            )


def obstacles_to_naming(*, belongs: bool, active: bool) -> Iterator[Obstacle]:
    """The first responsible person is the principal head of this very organ (Art. 4 para. 3)."""
    if not (belongs and active):
        yield Obstacle(
            code="organ:first_responsible_elsewhere",
            message=_("The first responsible person must be an active officer of this organ."),
            article=Article(4),
            next_step=_("Name the organ's principal head."),
            field="officer",
        )
