"""More time for a legal review: where the field allows it, once, and by another head (Art. 6; DEC-3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.rules.profiles import Profile
from enforcement.vocabulary import CaseRole
from foundation.articles import PENALTY, Article, Citation
from foundation.obstacles import Obstacle, Severity

FIFTY_EIGHT = Citation(PENALTY, "58")


@dataclass(frozen=True, slots=True)
class ReviewTimeFacts:
    """A review that was asked for, before its time is lengthened; ``due_on`` is None when none waits."""

    today: date
    profile: Profile
    due_on: date | None
    is_extended: bool
    actor_role: str


def obstacles_to_extending_review(facts: ReviewTimeFacts) -> Iterator[Obstacle]:
    """DEC-3: in special circumstances the head grants more time, once, where the rules of the field have it."""
    source = facts.profile.source_of("review_extension") or FIFTY_EIGHT
    if facts.profile.review_extension is None:
        yield _dec_3(
            _("The rules of this field leave no more time for a legal review."),
            source,
            _("Ask the reviewer for the opinion; what stops the case is recorded as such."),
        )
    if facts.due_on is None:
        yield _dec_3(
            _("No legal review waits for its answer."), source, _("Ask for a review first."), Severity.REQUIRE
        )
    elif facts.is_extended:
        yield _dec_3(
            _("The time for this review was lengthened before."), source, _("The opinion is due now.")
        )
    elif facts.today > facts.due_on:
        yield _dec_3(
            _("The time for this review is over: it cannot be lengthened any more."),
            source,
            _("Have the opinion given without further delay."),
        )
    if facts.actor_role in (CaseRole.REVIEWER, CaseRole.HANDLER):
        yield _dec_3(
            _("Who reviews or handles the case does not grant more time for its review."),
            source,
            _("Let another head answer."),
        )


def _dec_3(
    message: Any, citation: Citation | str, next_step: Any, severity: Severity = Severity.BLOCK
) -> Obstacle:
    return Obstacle(
        code="DEC-3",
        message=message,
        article=Article(6),
        citation=citation,
        severity=severity,
        next_step=next_step,
    )
