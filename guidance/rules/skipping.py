"""A step that presses is not the first where a milder one can suffice (Art. 3, 5, 8)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.obstacles import Obstacle, Severity
from guidance.rules.ladder import ORDER, LadderFacts, next_step
from guidance.vocabulary import RUNG_OF, Rung

PRESSING = (Rung.EXHORT, Rung.INTERVIEW)


def presses(way: str) -> bool:
    """Whether guidance of ``way`` is more than help: only such a step can come too early."""
    return RUNG_OF.get(way) in PRESSING


def obstacles_to_skipping(way: str, facts: LadderFacts) -> Iterator[Obstacle]:
    """A reason is asked for where a milder rung was passed over; help that was asked for is never too early."""
    found = next_step(facts)
    if not presses(way) or found.rung not in ORDER:
        return
    if ORDER.index(found.rung) < ORDER.index(RUNG_OF[way]):
        yield Obstacle(
            code="GUI-23",
            message=_("A milder step comes before this one: %(rung)s. %(why)s")
            % {"rung": found.rung.label, "why": " ".join(str(reason) for reason in found.reasons)},
            article=Article(5),
            severity=Severity.WARN,
            next_step=_("Begin with it, or say why it would not suffice: the head sees the reason."),
        )
