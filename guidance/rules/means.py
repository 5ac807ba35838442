"""Guidance said to have been tried is shown to have been given (Art. 5, 10 (2); Coercion Law, Art. 5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from foundation.articles import COERCION, Article, Citation
from foundation.obstacles import Obstacle, Severity


@dataclass(frozen=True, slots=True)
class MeansFacts:
    """What a necessity note claims, and how much guidance stands behind it."""

    claims_tried: bool
    says_useless: bool
    linked: int


def obstacles_to_unproven_means(facts: MeansFacts) -> Iterator[Obstacle]:
    """Neither silence nor refusal of the party counts: only that guidance was given before."""
    if facts.claims_tried and not facts.says_useless and not facts.linked:
        yield Obstacle(
            code="COE-1",
            message=_("Milder means are said to have been tried, and no guidance is linked."),
            article=Article(10, "2"),
            citation=Citation(COERCION, "5, 16"),
            severity=Severity.REQUIRE,
            next_step=_("Link the guidance of this case, or say why milder means are useless."),
        )
