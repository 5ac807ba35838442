"""What stands in the way of tips to a group: what stands in the way of each of them (Art. 8 (3))."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.obstacles import Obstacle, Severity
from guidance.rules.facts import GuidanceFacts
from guidance.rules.issuing import (
    obstacles_to_approving,
    obstacles_to_competence,
    obstacles_to_issuing,
    obstacles_to_submitting,
)


@dataclass(frozen=True, slots=True)
class BatchFacts:
    """``one`` is any of the tips, as it would be issued; ``due_on_passed`` when its day is over."""

    one: GuidanceFacts
    has_recipients: bool
    due_on_passed: bool


def obstacles_to_submitting_batch(facts: BatchFacts) -> Iterator[Obstacle]:
    yield from obstacles_to_competence(facts.one)
    yield from obstacles_to_submitting(facts.one)
    yield from _obstacles_to_group(facts)


def obstacles_to_approving_batch(facts: BatchFacts) -> Iterator[Obstacle]:
    yield from obstacles_to_competence(facts.one)
    yield from obstacles_to_approving(facts.one)


def obstacles_to_starting_batch(facts: BatchFacts) -> Iterator[Obstacle]:
    yield from obstacles_to_going_on(facts)
    yield from _obstacles_to_group(facts)


def obstacles_to_going_on(facts: BatchFacts) -> Iterator[Obstacle]:
    yield from obstacles_to_issuing(facts.one)
    if facts.due_on_passed:
        yield Obstacle(
            code="tips:day_passed",
            message=_("The day by which it is to be done has passed."),
            article=Article(8, "3"),
            severity=Severity.REQUIRE,
            next_step=_("Choose a later day in the draft."),
        )


def _obstacles_to_group(facts: BatchFacts) -> Iterator[Obstacle]:
    if not facts.has_recipients:
        yield Obstacle(
            code="tips:nobody",
            message=_("Nobody in your territory fits the filters of this group."),
            article=Article(8, "3"),
            severity=Severity.REQUIRE,
            next_step=_("Widen the filters in the draft."),
        )
