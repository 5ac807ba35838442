"""Where a reason is owed, silence is refused (Art. 6)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.obstacles import Obstacle, Severity


def obstacles_to_silence(reason: str, *, field: str) -> Iterator[Obstacle]:
    if not reason.strip():
        yield Obstacle(
            code="case:reason",
            message=_("A reason is needed."),
            article=Article(6),
            severity=Severity.REQUIRE,
            field=field,
            next_step=_("Write down why, in a sentence or two."),
        )
