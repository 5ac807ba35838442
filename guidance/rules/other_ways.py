"""Ways that an organ defines itself: told in words, as voluntary as the eight (Art. 8, last paragraph)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.obstacles import Obstacle, Severity


@dataclass(frozen=True, slots=True)
class OtherWayFacts:
    has_words: bool


def obstacles_to_using(facts: OtherWayFacts) -> Iterator[Obstacle]:
    """A way is used once it is said how it works."""
    if not facts.has_words:
        yield Obstacle(
            code="GUI-51",
            message=_("It is not said how this way works."),
            article=Article(8),
            severity=Severity.REQUIRE,
            next_step=_("Complete name and description."),
        )
