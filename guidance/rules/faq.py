"""What stands in the way of publishing an answer for everybody (Art. 8 (4))."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.obstacles import Obstacle, Severity


@dataclass(frozen=True, slots=True)
class FaqFacts:
    actor_id: int | None
    proposer_id: int
    is_complete: bool


def obstacles_to_publishing_answer(facts: FaqFacts) -> Iterator[Obstacle]:
    if facts.actor_id is not None and facts.actor_id == facts.proposer_id:
        yield Obstacle(
            code="GUI-71",
            message=_("Who proposed an answer does not publish it."),
            article=Article(8, "4"),
            next_step=_("Another head publishes it."),
        )
    if not facts.is_complete:
        yield Obstacle(
            code="GUI-72",
            message=_("An answer for everybody names the provisions it rests on."),
            article=Article(8, "4"),
            severity=Severity.REQUIRE,
            next_step=_("Complete question, answer and provisions."),
        )
