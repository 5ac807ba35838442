"""What the party must be told, and when, before a penalty is decided (Art. 6; Penalty Law, Art. 44-45)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from enforcement.rules.dates import future_days, not_before
from enforcement.rules.facts import CaseFacts
from enforcement.rules.hearings import obstacles_to_untold_hearing
from enforcement.vocabulary import PenaltyKind
from foundation.articles import PENALTY, Article, Citation
from foundation.obstacles import Obstacle, Severity

_WEIGHT: dict[str, int] = {kind: weight for weight, kind in enumerate(PenaltyKind.values) if kind != "other"}
"""From a warning to the restriction of business; other penalties of single laws are not compared."""


def obstacles_to_notifying(facts: CaseFacts) -> Iterator[Obstacle]:
    """Nothing is asked of a notice that has not been written yet."""
    if facts.notice_served_on is None:
        return
    yield from future_days(facts.today, served_on=facts.notice_served_on)
    yield from not_before(
        "served_on",
        facts.notice_served_on,
        facts.filed_on,
        _("The notice cannot be served before the case was filed."),
    )
    if not facts.rights_told:
        yield Obstacle(
            code="RGT-1",
            message=_("The notice must tell the party its rights to state, defend and be heard."),
            article=Article(6),
            citation=Citation(PENALTY, "44"),
            severity=Severity.REQUIRE,
            field="rights_told",
            next_step=_("Tell the rights in the notice and confirm it here."),
        )
    yield from obstacles_to_untold_hearing(facts.hearing)


def obstacles_to_unheard_penalty(facts: CaseFacts) -> Iterator[Obstacle]:
    """No penalty before notice, and none before the defence was heard and answered."""
    if facts.notice_served_on is None:
        yield Obstacle(
            code="RGT-1",
            message=_("The party has not been notified of facts, reasons, basis and rights."),
            article=Article(6),
            citation=Citation(PENALTY, "44, 62"),
            severity=Severity.REQUIRE,
            next_step=_("Serve the prior notice first."),
        )
        return
    if _still_running(facts):
        yield Obstacle(
            code="RGT-4",
            message=_("The time for statement and defence is still running."),
            article=Article(6),
            citation=Citation(PENALTY, "45"),
            next_step=_("Wait until it ends or the party waives it in writing."),
        )
    if facts.defence_filed and not facts.defence_reviewed:
        yield Obstacle(
            code="RGT-2",
            message=_("The defence has not been reviewed."),
            article=Article(6),
            citation=Citation(PENALTY, "45"),
            severity=Severity.REQUIRE,
            next_step=_("Answer the defence in writing."),
        )
    yield from _obstacles_to_heavier_penalty(facts)


def _still_running(facts: CaseFacts) -> bool:
    waiting = facts.defence_until is not None and facts.today <= facts.defence_until
    return waiting and not facts.defence_filed and not facts.notice_waived


def _obstacles_to_heavier_penalty(facts: CaseFacts) -> Iterator[Obstacle]:
    decision = facts.decision
    if decision is None or not (facts.defence_filed or facts.hearing.state):
        return
    if decision.fine and facts.intended_fine is not None and decision.fine > facts.intended_fine:
        yield _heavier(
            _("The fine is higher than the one of the notice: a defence must not make it heavier."), "fine"
        )
    if facts.intended_kind and _WEIGHT.get(decision.penalty_kind, 0) > _WEIGHT.get(facts.intended_kind, 0):
        yield _heavier(
            _(
                "The kind of penalty is heavier than the one of the notice: a defence must not make it heavier."
            ),
            "penalty_kind",
        )


def _heavier(message: object, field: str) -> Obstacle:
    return Obstacle(
        code="RGT-3",
        message=message,
        article=Article(6),
        citation=Citation(PENALTY, "45"),
        field=field,
        next_step=_("Stay within what the notice named."),
    )
