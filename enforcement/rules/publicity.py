"""Before a decision or result is published, or withheld (PUB-1, PUB-2, PUB-3; Penalty Law, Art. 48, 50)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.rules.public_texts import Trace
from enforcement.vocabulary.publicity import (
    MASKABLE,
    OF_PENALTIES,
    RESULTS,
    Concern,
    PublicKind,
    Undoing,
    WithholdingGround,
)
from foundation.articles import PENALTY, PUBLICITY, Article, Citation
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
    kind: str = PublicKind.PENALTY
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

    @property
    def law(self) -> Citation:
        """Where it stands that a text is withdrawn: of penalties in the law, of the rest in the opinions."""
        return Citation(PENALTY, "48") if self.kind == PublicKind.PENALTY else Citation(PUBLICITY, "6")


def obstacles_to_opening(*, is_penal: bool, is_kept: bool) -> Iterator[Obstacle]:
    if not is_penal:
        yield incomplete(None, _("Only a penalty is published."), _("There is nothing to do."))
    if is_kept:
        yield incomplete(
            None, _("The publicity of this decision is kept already."), _("Open it beside the decision.")
        )


def obstacles_to_approving(facts: PublicityFacts) -> Iterator[Obstacle]:
    """Everything that a text waits for before a head lets it out."""
    if facts.actor_is_handler:
        yield Obstacle(
            code="publicity:own_case",
            message=_("Who handles a matter does not approve what is published of it."),
            article=OPEN,
            citation=Citation(PUBLICITY, "6"),
            next_step=_("Ask a head who has not handled it."),
        )
    yield from obstacles_to_publishing(facts)


def obstacles_to_publishing(facts: PublicityFacts) -> Iterator[Obstacle]:
    if not facts.is_written:
        yield incomplete(
            "violation", _("The public text is not complete."), _("Write what was found and decided.")
        )
    yield from obstacles_to_private_content(facts)
    yield from obstacles_to_showing_what_was_undone(facts)


def obstacles_to_private_content(facts: PublicityFacts) -> Iterator[Obstacle]:
    """PUB-2: what concerns a minor, a secret, privacy, safety, a linked case or a crime is masked or withheld."""
    for concern in facts.concerns:
        if concern not in MASKABLE:
            yield exposed(
                _("The text concerns %(what)s.") % {"what": Concern(concern).label},
                _("Do not publish it; say so under “Do not publish”."),
                field="concerns",
            )
    if any(concern in MASKABLE for concern in facts.concerns) and not facts.masking.strip():
        yield exposed(
            _("It is not said how the text was masked."),
            _("Say what was left out or replaced, so that nobody can be recognised."),
            field="masking",
        )
    for trace in facts.traces:
        yield exposed(
            TRACES[trace], _("Mask it: names of persons, numbers and addresses are never published.")
        )


def obstacles_to_showing_what_was_undone(facts: PublicityFacts) -> Iterator[Obstacle]:
    """What was revoked, or found unlawful or void, is not shown; a changed decision is shown as it now is."""
    if facts.undone and facts.undone != Undoing.CHANGED:
        yield Obstacle(
            code="PUB-3",
            message=_("It does not stand: %(result)s.") % {"result": Undoing(facts.undone).label},
            article=OPEN,
            citation=facts.law,
            next_step=_("Withdraw what is published, with a public reason; publish nothing more of it."),
        )


def obstacles_to_withholding(facts: PublicityFacts) -> Iterator[Obstacle]:
    if facts.ground in OF_PENALTIES and facts.kind in RESULTS:
        yield incomplete(
            "withheld_ground",
            _("The law knows this ground for penalties alone."),
            _("Choose another ground, or publish the result."),
        )
    if facts.ground == WithholdingGround.UNDONE and not facts.undone:
        yield incomplete(
            "withheld_ground", _("The decision stands."), _("Choose another ground, or publish it.")
        )
    if facts.ground == WithholdingGround.CONCERN and not facts.concerns:
        yield incomplete(
            "ground",
            _("It is not said what the text concerns."),
            _("Draft the text, and mark what it concerns."),
        )
    yield from unreasoned(facts)


def exposed(message: Any, next_step: Any, field: str = "violation") -> Obstacle:
    return Obstacle(
        code="PUB-2",
        message=message,
        article=CLEAN,
        citation=Citation(PENALTY, "50"),
        field=field,
        next_step=next_step,
    )


def unreasoned(facts: PublicityFacts) -> Iterator[Obstacle]:
    if not facts.reason.strip():
        yield incomplete(
            "closing_reason", _("A reason is needed."), _("Write down why, in a sentence or two.")
        )


def incomplete(field: str | None, message: Any, next_step: Any) -> Obstacle:
    return Obstacle(
        code="publicity:incomplete",
        message=message,
        article=OPEN,
        citation=Citation(PUBLICITY, "6"),
        severity=Severity.REQUIRE,
        field=field,
        next_step=next_step,
    )
