"""What stands in the way of concluding guidance: it never stands in for a decision (Art. 6, 8)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.obstacles import Obstacle, Severity
from guidance.rules.facts import GuidanceFacts
from guidance.vocabulary import Effect, Prong, Way

CLAIMED = frozenset({Effect.EFFECTIVE, Effect.PARTLY})
_VIOLATION_EXISTS = frozenset({Prong.MAY_HARM, Prong.MAY_ESCALATE})


def obstacles_to_concluding(facts: GuidanceFacts) -> Iterator[Obstacle]:
    if facts.effect == Effect.EFFECTIVE:
        yield from _obstacles_to_resolved(facts)
    if facts.effect in CLAIMED and not facts.is_shown and not facts.is_corrected:
        yield Obstacle(
            code="GUI-66",
            message=_("Nothing says what it achieved, and what shows it."),
            article=Article(8),
            field="effect_note",
            severity=Severity.REQUIRE,
            next_step=_(
                "Say in a sentence what changed and what shows it; attach a file or name a document."
            ),
        )
    if facts.owes_document:
        yield Obstacle(
            code="GUI-5",
            message=_("The counterpart asked for this guidance in writing and has no document yet."),
            article=Article(8),
            severity=Severity.REQUIRE,
            next_step=_("Make the document in the panel of documents and hand it over."),
        )
    if facts.way == Way.INTERVIEW and not facts.is_recorded:
        yield Obstacle(
            code="GUI-7",
            message=_("The interview has no record."),
            article=Article(8, "7"),
            severity=Severity.REQUIRE,
            next_step=_("Record the interview; withdraw it when it was not held."),
        )
    if not facts.case_number and _shows_violation(facts):
        yield Obstacle(
            code="GUI-10",
            message=_("The exhortation names a violation, but no case is linked.")
            if facts.way == Way.EXHORT
            else _("A violation came to light, but there is no case about it."),
            article=Article(6),
            severity=Severity.WARN,
            next_step=_("Register a clue, or say why there is no violation to decide on."),
        )


def _shows_violation(facts: GuidanceFacts) -> bool:
    """By what its ground says, or by what came to light meanwhile; in any way that is addressed to somebody."""
    names_it = facts.way == Way.EXHORT and facts.prong in _VIOLATION_EXISTS
    return not facts.is_public and (names_it or facts.shows_violation)


def _obstacles_to_resolved(facts: GuidanceFacts) -> Iterator[Obstacle]:
    if facts.case_undecided:
        yield Obstacle(
            code="GUI-4",
            message=_(
                "Case %(number)s awaits a decision on an established violation; guidance is no substitute."
            )
            % {"number": facts.case_number},
            article=Article(6),
            field="effect",
            next_step=_("Decide the case first, with or without penalty."),
        )
    if facts.open_items:
        yield Obstacle(
            code="GUI-17",
            message=_("Not everything that was to be put right has been found in order."),
            article=Article(8, "7"),
            field="effect",
            severity=Severity.REQUIRE,
            next_step=_("Look at the open items again, or conclude as partly effective."),
        )
    if facts.open_questions:
        yield Obstacle(
            code="GUI-24",
            message=_("Not every question has its answer yet."),
            article=Article(8, "4"),
            field="effect",
            severity=Severity.REQUIRE,
            next_step=_("Answer what is left, or conclude as partly effective."),
        )
    if facts.way == Way.EXHORT and not facts.is_corrected:
        yield Obstacle(
            code="GUI-18",
            message=_("No second look has found the matter corrected."),
            article=Article(8, "6"),
            field="effect",
            severity=Severity.REQUIRE,
            next_step=_("Record the second look, or conclude with another effect."),
        )
