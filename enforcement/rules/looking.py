"""Who looks at what was done at a forbidden time: somebody above, without a hand in it (Art. 4, 6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.obstacles import Obstacle


@dataclass(frozen=True, slots=True)
class LookFacts:
    actor_id: int | None
    involved: frozenset[int]
    is_own_organ: bool = False


def obstacles_to_looking(facts: LookFacts) -> Iterator[Obstacle]:
    if facts.actor_id in facts.involved:
        yield Obstacle(
            code="time:own",
            message=_("You had a hand in this yourself."),
            article=Article(4),
            next_step=_("Somebody else of the line above looks at it."),
        )
    elif facts.is_own_organ:
        yield Obstacle(
            code="time:own_organ",
            message=_("An organ does not look at its own exceptions."),
            article=Article(4),
            next_step=_("The superior organ or the supervisors look at it."),
        )
