"""Before a published text is withdrawn, begun anew, or ended (PUB-3, PUB-4; Penalty Law, Art. 48)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from enforcement.rules.dates import future_days, not_before
from enforcement.rules.publicity import OPEN, TRACES, PublicityFacts, exposed, incomplete, unreasoned
from enforcement.vocabulary.publicity import RESULTS, Undoing
from foundation.articles import MARKET_PUBLICITY, Citation
from foundation.obstacles import Obstacle, Severity


def obstacles_to_withdrawing(facts: PublicityFacts) -> Iterator[Obstacle]:
    """PUB-3: what is withdrawn is withdrawn with a public reason, once the decision was changed or undone."""
    if not facts.undone:
        yield Obstacle(
            code="PUB-3",
            message=_("It was neither changed nor undone."),
            article=OPEN,
            citation=facts.law,
            next_step=_("Record first how it was changed or undone; a wrong text is corrected instead."),
        )
    for trace in facts.traces:
        yield exposed(TRACES[trace], _("Mask it: everybody reads the reason."), field="withdrawal_reason")
    if not facts.public_reason.strip():
        yield Obstacle(
            code="PUB-3",
            message=_("The public reason is missing."),
            article=OPEN,
            citation=facts.law,
            severity=Severity.REQUIRE,
            field="withdrawal_reason",
            next_step=_("Say why in a sentence that everybody may read."),
        )


def obstacles_to_redrafting(facts: PublicityFacts) -> Iterator[Obstacle]:
    if facts.undone != Undoing.CHANGED:
        yield Obstacle(
            code="PUB-3",
            message=_("Only what was changed is published anew."),
            article=OPEN,
            citation=facts.law,
            next_step=_("What was revoked, or found unlawful or void, stays withdrawn."),
        )


def obstacles_to_noting_undoing(
    facts: PublicityFacts, *, undone_on: date, decided_on: date, is_over: bool
) -> Iterator[Obstacle]:
    """PUB-3: how a measure or the result of an inspection was changed, revoked, or found unlawful or void."""
    yield from future_days(facts.today, undone_on=undone_on)
    too_early = _("It cannot be undone before it was decided.")
    yield from not_before("undone_on", undone_on, decided_on, too_early)
    if facts.kind not in RESULTS:
        yield incomplete(
            None,
            _("A penalty is undone by a reconsideration or a suit."),
            _("Record its outcome beside the case: the rest follows."),
        )
    if is_over:
        yield incomplete(
            None, _("Nothing of it is shown or waits to be."), _("There is nothing to withdraw.")
        )


def obstacles_to_ending(facts: PublicityFacts) -> Iterator[Obstacle]:
    """PUB-4: the term ends after its last day, and not before."""
    if facts.until_on is None or facts.today <= facts.until_on:
        yield Obstacle(
            code="PUB-4",
            message=_("The term of publicity is not over."),
            article=OPEN,
            citation=Citation(MARKET_PUBLICITY, "13"),
            next_step=_("It ends by itself; earlier only on application."),
        )


def obstacles_to_ending_early(facts: PublicityFacts) -> Iterator[Obstacle]:
    """PUB-4: publicity may end earlier on application of the party, for reasons that are written down."""
    yield from future_days(facts.today, end_applied_on=facts.applied_on)
    too_early = _("Nobody applies for the end of what is not published yet.")
    yield from not_before("end_applied_on", facts.applied_on, facts.published_on, too_early)
    yield from unreasoned(facts)
