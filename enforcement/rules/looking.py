"""Who looks at what was done at a forbidden time: nobody who had a hand in it (Art. 6)."""

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
    is_seen: bool = False


def obstacles_to_looking(facts: LookFacts) -> Iterator[Obstacle]:
    if facts.is_seen:
        yield Obstacle(
            code="time:seen",
            message=_("Somebody has looked at this already."),
            article=Article(6),
            next_step=_("Read the remark on its page."),
        )
    if facts.actor_id in facts.involved:
        yield Obstacle(
            code="time:own",
            message=_("You had a hand in this yourself."),
            article=Article(4),
            next_step=_("Somebody else of the line above looks at it."),
        )
