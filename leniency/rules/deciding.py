"""What the lists mean for a case that is to be assessed or decided (Art. 10 para. 1; LEN-5 to LEN-9)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from enforcement.vocabulary import PENALISING, Outcome
from foundation.articles import PENALTY, Article, Citation
from foundation.obstacles import Obstacle, Severity
from leniency.rules.off_list import OffListFacts, obstacles_to_going_off_list
from leniency.vocabulary import LAW_OF, ListType

ARTICLE = Article(10, "1")
NOTHING_STATED = OffListFacts()
SPARING = (ListType.MINOR, ListType.NO_FAULT, ListType.FIRST)
SOFTENING = {ListType.LIGHTER: (Outcome.LIGHTER, Outcome.MITIGATED), ListType.MITIGATED: (Outcome.MITIGATED,)}


@dataclass(frozen=True, slots=True)
class Matched:
    """An entry that applies to the case."""

    code: str
    type: str


@dataclass(frozen=True, slots=True)
class LeniencyFacts:
    """The latest assessment as far as a decision turns on it."""

    is_made: bool
    is_current: bool
    outcome: str = ""
    matched: tuple[Matched, ...] = ()
    chosen: Matched | None = None
    awaits_head: bool = False
    has_approved_departure: bool = False
    off_list: OffListFacts = NOTHING_STATED

    @property
    def spares(self) -> bool:
        """Whether a list spares the party: an entry that applies, or one that a head let apply."""
        counted = (*self.matched, self.chosen) if self.chosen else self.matched
        return any(m.type in SPARING for m in counted)


def obstacles_to_assessed(facts: LeniencyFacts) -> Iterator[Obstacle]:
    if not facts.is_made:
        yield Obstacle(
            code="LEN-0",
            message=_("The case has not been held against the leniency lists."),
            article=ARTICLE,
            citation=Citation(PENALTY, "32-33"),
            severity=Severity.REQUIRE,
            next_step=_("Press “Assess leniency” in the leniency panel of the case."),
        )
    elif not facts.is_current:
        yield Obstacle(
            code="LEN-0",
            message=_("Circumstances or findings changed since the leniency assessment."),
            article=ARTICLE,
            citation=Citation(PENALTY, "32-33"),
            severity=Severity.REQUIRE,
            next_step=_("Assess again: it takes one click."),
        )


def obstacles_to_outcome(facts: LeniencyFacts) -> Iterator[Obstacle]:
    """Warnings: a head may decide otherwise than the lists say, with a recorded reason."""
    if facts.awaits_head:
        yield unanswered()
    if facts.outcome in PENALISING:
        yield from _to_penalising(facts)
    elif facts.outcome == Outcome.NO_PENALTY and not facts.spares:
        yield from obstacles_to_going_off_list(facts.off_list)
        yield following_a_statement()


def following_a_statement() -> Obstacle:
    """Who lets a party go beyond the lists says why in its own words; it is counted."""
    return Obstacle(
        code="LEN-9",
        message=_("No penalty is proposed, though no entry of a list applies."),
        article=ARTICLE,
        citation=Citation(PENALTY, "33"),
        severity=Severity.WARN,
        next_step=_(
            "The law holds beyond the lists: say why you follow the statement of the handling officer."
        ),
    )


def unanswered() -> Obstacle:
    """Nothing is decided past a departure that waits for its answer."""
    return Obstacle(
        code="LEN-9",
        message=_("A departure from the assessment waits for the answer of a head."),
        article=ARTICLE,
        citation=Citation(PENALTY, "33, 34"),
        severity=Severity.REQUIRE,
        next_step=_("A head who does not handle the case answers it; it stands on Today, under approvals."),
    )


def _to_penalising(facts: LeniencyFacts) -> Iterator[Obstacle]:
    """What the law orders is warned of always; what it allows, unless a head has approved the departure."""
    for matched in facts.matched:
        if matched.type in (ListType.MINOR, ListType.NO_FAULT):
            yield _warning(
                "LEN-5" if matched.type == ListType.MINOR else "LEN-7",
                _("Entry %(code)s applies: the law says that no penalty shall be imposed."),
                matched,
            )
        elif facts.has_approved_departure:
            continue
        elif matched.type == ListType.FIRST:
            yield _warning(
                "LEN-6", _("Entry %(code)s applies: a first violation need not be penalised."), matched
            )
        elif facts.outcome not in SOFTENING.get(ListType(matched.type), (facts.outcome,)):
            yield _warning("LEN-9", _("Entry %(code)s applies and asks for a milder penalty."), matched)


def _warning(code: str, message: object, matched: Matched) -> Obstacle:
    return Obstacle(
        code=code,
        message=str(message) % {"code": matched.code},
        article=ARTICLE,
        citation=LAW_OF[matched.type],
        severity=Severity.WARN,
        next_step=_("Decide by the list, or record why this case is different; the record is reviewed."),
    )
