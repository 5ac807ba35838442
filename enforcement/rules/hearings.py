"""The right to a hearing, and how it is held (Art. 6; Penalty Law, Art. 63-65)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.vocabulary import HearingState, PenaltyKind, Signature
from foundation.articles import PENALTY, Article, Citation
from foundation.obstacles import Obstacle, Severity

HEAVY = (PenaltyKind.LICENCE, PenaltyKind.BUSINESS)
PENDING = (HearingState.REQUESTED, HearingState.ARRANGED)


@dataclass(frozen=True, slots=True)
class HearingFacts:
    """How the right to a hearing stands in a case."""

    is_due: bool = False
    was_told: bool = False
    told_on: date | None = None
    until: date | None = None
    is_waived: bool = False
    state: str = ""
    ended_on: date | None = None


def is_heard_before(*, kind: str, fine_gives_hearing: bool) -> bool:
    """HEA-1: a larger fine or confiscation, a licence or the business at stake give the right to a hearing."""
    return kind in HEAVY or (kind in (PenaltyKind.FINE, PenaltyKind.CONFISCATION, "") and fine_gives_hearing)


def obstacles_to_untold_hearing(facts: HearingFacts) -> Iterator[Obstacle]:
    """Whoever has the right to a hearing is told so in the notice."""
    if facts.is_due and not facts.was_told:
        yield _hearing(
            _("This penalty gives the party a right to a hearing; the notice does not tell it."),
            _("Tell the right to a hearing in the notice and confirm it."),
            field="hearing_told",
            severity=Severity.REQUIRE,
        )


def obstacles_to_deciding_unheard(facts: HearingFacts, *, today: date) -> Iterator[Obstacle]:
    """No decision before the hearing that was asked for, or while it may still be asked for."""
    if facts.is_due and not facts.was_told:
        yield _hearing(
            _("This penalty gives a right to a hearing that the party was not told of."),
            _("Stay below it, or serve a notice that tells the right."),
        )
    if facts.state in PENDING:
        yield _hearing(
            _("The party has asked for a hearing that has not been held."),
            _("Hold the hearing, or record that the party withdrew."),
        )
    running = facts.until is not None and today <= facts.until
    if facts.was_told and running and not facts.state and not facts.is_waived:
        yield _hearing(
            _("The time to ask for a hearing is still running."),
            _("Wait until it ends, or record the written waiver."),
        )


def obstacles_to_requesting_hearing(
    *, requested_on: date, facts: HearingFacts, today: date
) -> Iterator[Obstacle]:
    """Within five working days after the party was told of the right."""
    if not facts.was_told:
        yield _hearing(_("The notice tells of no right to a hearing."), _("Check the notice."))
    if facts.until is not None and requested_on > facts.until:
        yield _hearing(
            _("The hearing was asked for after its time had ended."),
            _("Hear the party as in a defence; a hearing is not owed."),
            field="requested_on",
        )
    if facts.told_on is not None and requested_on < facts.told_on:
        yield _hearing(
            _("The hearing cannot be asked for before the party was told of it."),
            _("Record the day of the request."),
            field="requested_on",
        )
    if requested_on > today:
        yield _hearing(
            _("This day lies in the future."), _("Record the day of the request."), field="requested_on"
        )


def obstacles_to_arranging_hearing(
    *, notice_on: date, latest_notice_on: date, is_public: bool, closed_reason: str
) -> Iterator[Obstacle]:
    """Seven working days before, the party knows time and place; it is public unless the law says otherwise."""
    if notice_on > latest_notice_on:
        yield _hearing(
            _("The party is told of time and place seven working days before the hearing."),
            _("Choose a later day."),
            field="held_at",
        )
    if not is_public and not closed_reason.strip():
        yield _hearing(
            _("A hearing is public unless state secrets, business secrets or privacy stand against it."),
            _("Name the reason of the law, or hold it in public."),
            field="closed_reason",
            severity=Severity.REQUIRE,
        )


def obstacles_to_holding_hearing(
    *, is_presider: bool, is_arranged: bool, is_over: bool, signature: str, witness: str
) -> Iterator[Obstacle]:
    """The presider records it once it was held; the party signs the record, or the refusal is witnessed."""
    if not is_arranged:
        yield _hearing(_("No hearing has been arranged."), _("Name presider, time and place first."))
        return
    if not is_presider:
        yield _hearing(
            _("Only who presided gives the record and the opinion."), _("Ask the presider to record it.")
        )
    if not is_over:
        yield _hearing(_("The hearing has not begun yet."), _("Record it when it has been held."))
    if signature == Signature.NONE or (signature == Signature.REFUSED and not witness.strip()):
        yield _hearing(
            _("The record of the hearing is signed, or the refusal has a witness."),
            _("Have it signed after reading, or name the witness."),
            field="signature" if signature == Signature.NONE else "witness",
            severity=Severity.REQUIRE,
        )


def obstacles_to_hearing_step(state: str) -> Iterator[Obstacle]:
    """A hearing is arranged, held or withdrawn only while it is open."""
    if state not in PENDING:
        yield _hearing(_("No hearing is open in this case."), _("Record first that the party asks for one."))


def _hearing(
    message: Any, next_step: Any, *, field: str | None = None, severity: Severity = Severity.BLOCK
) -> Obstacle:
    return Obstacle(
        code="HEA-1",
        message=message,
        article=Article(6),
        citation=Citation(PENALTY, "63, 64, 65"),
        severity=severity,
        field=field,
        next_step=next_step,
    )
