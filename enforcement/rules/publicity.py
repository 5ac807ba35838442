"""Before a decision is published, corrected or withdrawn (PUB-1, 2, 3, 4; Penalty Law, Art. 48, 50)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.rules.dates import future_days, not_before
from enforcement.rules.public_texts import Trace
from enforcement.vocabulary.publicity import MASKABLE, Concern, WithholdingGround
from enforcement.vocabulary.remedies import RemedyResult
from foundation.articles import MARKET_PUBLICITY, PENALTY, PUBLICITY, Article, Citation
from foundation.obstacles import Obstacle, Severity

OPEN, CLEAN = Article(4), Article(6)
TRACES: dict[Trace, Any] = {
    Trace.ADDRESS: _("The text shows an address."),
    Trace.IDENTITY: _("The text shows an identity number."),
    Trace.NAME: _("The text names a person."),
    Trace.TELEPHONE: _("The text shows a telephone number."),
}


@dataclass(frozen=True, slots=True)
class PublicityFacts:
    """``traces`` are private details that the text shows; ``undone`` is the result that undid the decision."""

    today: date
    actor_is_handler: bool = False
    is_written: bool = True
    concerns: tuple[str, ...] = ()
    masking: str = ""
    traces: tuple[Trace, ...] = ()
    undone: str = ""
    reason: str = ""
    public_reason: str = ""
    ground: str = ""
    published_on: date | None = None
    applied_on: date | None = None
    until_on: date | None = None


def obstacles_to_opening(*, is_penal: bool, is_kept: bool) -> Iterator[Obstacle]:
    if not is_penal:
        yield _missing(None, _("Only a penalty is published."), _("There is nothing to do."))
    if is_kept:
        yield _missing(
            None, _("The publicity of this decision is kept already."), _("Open it beside the decision.")
        )


def obstacles_to_approving(facts: PublicityFacts) -> Iterator[Obstacle]:
    """Everything that a text waits for before a head lets it out."""
    if facts.actor_is_handler:
        yield Obstacle(
            code="publicity:own_case",
            message=_("Who handles a case does not approve what is published of it."),
            article=OPEN,
            citation=Citation(PUBLICITY, "6"),
            next_step=_("Ask a head who has not handled the case."),
        )
    yield from obstacles_to_publishing(facts)


def obstacles_to_publishing(facts: PublicityFacts) -> Iterator[Obstacle]:
    if not facts.is_written:
        yield _missing(
            "violation", _("The public text is not complete."), _("Write what was found and decided.")
        )
    yield from obstacles_to_private_content(facts)
    yield from obstacles_to_showing_what_was_undone(facts)


def obstacles_to_private_content(facts: PublicityFacts) -> Iterator[Obstacle]:
    """PUB-2: what concerns a minor, a secret, privacy, safety, a linked case or a crime is masked or withheld."""
    for concern in facts.concerns:
        if concern not in MASKABLE:
            yield _private(
                _("The text concerns %(what)s.") % {"what": Concern(concern).label},
                _("Do not publish it; say so under “Do not publish”."),
                field="concerns",
            )
    if any(concern in MASKABLE for concern in facts.concerns) and not facts.masking.strip():
        yield _private(
            _("It is not said how the text was masked."),
            _("Say what was left out or replaced, so that nobody can be recognised."),
            field="masking",
        )
    for trace in facts.traces:
        yield _private(
            TRACES[trace], _("Mask it: names of persons, numbers and addresses are never published.")
        )


def _private(message: Any, next_step: Any, field: str = "violation") -> Obstacle:
    return Obstacle(
        code="PUB-2",
        message=message,
        article=CLEAN,
        citation=Citation(PENALTY, "50"),
        field=field,
        next_step=next_step,
    )


def obstacles_to_showing_what_was_undone(facts: PublicityFacts) -> Iterator[Obstacle]:
    """What was revoked, or found unlawful or void, is not shown; a changed decision is shown as it now is."""
    if facts.undone and facts.undone != RemedyResult.CHANGED:
        yield Obstacle(
            code="PUB-3",
            message=_("The decision was undone: %(result)s.") % {"result": RemedyResult(facts.undone).label},
            article=OPEN,
            citation=Citation(PENALTY, "48"),
            next_step=_("Withdraw what is published, with a public reason; publish nothing more of it."),
        )


def obstacles_to_withholding(facts: PublicityFacts) -> Iterator[Obstacle]:
    if facts.ground == WithholdingGround.UNDONE and not facts.undone:
        yield _missing(
            "withheld_ground", _("The decision stands."), _("Choose another ground, or publish it.")
        )
    if facts.ground == WithholdingGround.CONCERN and not facts.concerns:
        yield _missing(
            "ground",
            _("It is not said what the text concerns."),
            _("Draft the text, and mark what it concerns."),
        )
    yield from _silence(facts)


def obstacles_to_withdrawing(facts: PublicityFacts) -> Iterator[Obstacle]:
    """PUB-3: what is withdrawn is withdrawn with a public reason, once the decision was changed or undone."""
    if not facts.undone:
        yield Obstacle(
            code="PUB-3",
            message=_("The decision was neither changed nor undone."),
            article=OPEN,
            citation=Citation(PENALTY, "48"),
            next_step=_(
                "Record the outcome of the reconsideration or suit first; a wrong text is corrected instead."
            ),
        )
    for trace in facts.traces:
        yield _private(TRACES[trace], _("Mask it: everybody reads the reason."), field="withdrawal_reason")
    if not facts.public_reason.strip():
        yield Obstacle(
            code="PUB-3",
            message=_("The public reason is missing."),
            article=OPEN,
            citation=Citation(PENALTY, "48"),
            severity=Severity.REQUIRE,
            field="withdrawal_reason",
            next_step=_("Say why in a sentence that everybody may read."),
        )


def obstacles_to_redrafting(facts: PublicityFacts) -> Iterator[Obstacle]:
    if facts.undone != RemedyResult.CHANGED:
        yield Obstacle(
            code="PUB-3",
            message=_("Only a decision that was changed is published anew."),
            article=OPEN,
            citation=Citation(PENALTY, "48"),
            next_step=_("What was revoked, or found unlawful or void, stays withdrawn."),
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
    yield from _silence(facts)


def _silence(facts: PublicityFacts) -> Iterator[Obstacle]:
    if not facts.reason.strip():
        yield _missing("closing_reason", _("A reason is needed."), _("Write down why, in a sentence or two."))


def _missing(field: str | None, message: Any, next_step: Any) -> Obstacle:
    return Obstacle(
        code="publicity:incomplete",
        message=message,
        article=OPEN,
        citation=Citation(PUBLICITY, "6"),
        severity=Severity.REQUIRE,
        field=field,
        next_step=next_step,
    )
