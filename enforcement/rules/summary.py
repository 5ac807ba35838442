"""The summary procedure: small, certain, on the spot (Art. 6; Penalty Law, Art. 51-52)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.rules.cases import obstacles_to_acting_on_site, obstacles_to_unshown_certificates
from enforcement.rules.dates import future_days, not_before
from enforcement.rules.discretion import obstacles_to_amount, obstacles_to_unexplained_discretion
from enforcement.rules.facts import CaseFacts, SpotFacts
from enforcement.rules.limitation import obstacles_to_punishing_at_all
from enforcement.rules.milder import obstacles_to_full_penalty
from enforcement.vocabulary import PenaltyKind, Procedure
from foundation.articles import PENALTY, Article, Citation
from foundation.obstacles import Obstacle, Severity

MOST_FOR_A_CITIZEN = Decimal(200)
MOST_FOR_AN_ORGANISATION = Decimal(3000)


def most_on_the_spot(*, is_person: bool) -> Decimal:
    """DEC-1: 200 yuan for a citizen, 3,000 for an organisation (Penalty Law, Art. 51)."""
    return MOST_FOR_A_CITIZEN if is_person else MOST_FOR_AN_ORGANISATION


def obstacles_to_deciding_on_spot(facts: CaseFacts) -> Iterator[Obstacle]:
    """Nothing is asked before the form has been filled in."""
    if facts.on_spot is None:
        return
    yield from obstacles_to_acting_on_site(facts)
    yield from obstacles_to_unshown_certificates(facts)
    yield from future_days(facts.today, certificates_shown_on=facts.certificates_shown_on)
    yield from obstacles_to_punishing_at_all(facts)
    yield from obstacles_to_full_penalty(facts)
    yield from obstacles_to_unexplained_discretion(facts)
    yield from obstacles_to_amount(facts)
    yield from _obstacles_to_summary(facts.on_spot, is_flagged=facts.is_flagged)


def obstacles_to_handing_in(
    *, procedure: str, today: date, decided_on: date, handed_in_on: date, is_done: bool
) -> Iterator[Obstacle]:
    """DEC-1: only what was decided on the spot is filed with the organ, once, and after it was decided."""
    if procedure != Procedure.SUMMARY:
        yield _spot(
            _("Only a decision taken on the spot is filed with the organ."),
            _("Nothing is to be done: the organ itself took this decision."),
        )
    if is_done:
        yield _spot(
            _("This decision was filed with the organ already."), _("Open the page again to see when.")
        )
    yield from future_days(today, handed_in_on=handed_in_on)
    yield from not_before(
        "handed_in_on",
        handed_in_on,
        decided_on,
        _("A decision cannot be filed with the organ before it was taken."),
    )


def obstacles_to_closing_unfiled(facts: CaseFacts) -> Iterator[Obstacle]:
    """DEC-1: what was decided on the spot is filed with the organ before its case is closed."""
    if facts.awaits_handing_in:
        yield _spot(
            _("The decision taken on the spot has not been filed with the organ."),
            _("Record the filing with the organ first."),
            severity=Severity.REQUIRE,
        )


def _obstacles_to_summary(spot: SpotFacts, *, is_flagged: bool) -> Iterator[Obstacle]:
    if is_flagged or not spot.is_certain:
        yield _spot(
            _("Only clear and certain facts are decided on the spot."),
            _("File the case and take the ordinary procedure."),
            field="is_certain",
        )
    if spot.penalty_kind not in (PenaltyKind.WARNING, PenaltyKind.FINE):
        yield _spot(
            _("On the spot there is a warning or a small fine, nothing else."),
            _("Take the ordinary procedure for any other penalty."),
            field="penalty_kind",
        )
    if spot.fine is not None and spot.fine > most_on_the_spot(is_person=spot.is_person):
        yield _spot(
            _(
                "The fine is too large for the summary procedure: at most 200 yuan for a citizen, 3,000 for others."
            ),
            _("Take the ordinary procedure, or lower the fine."),
            field="fine",
        )
    if spot.penalty_kind == PenaltyKind.FINE and not spot.fine:
        yield _spot(
            _("The amount of the fine is missing."), _("Enter the amount."), field="fine", code="DEC-6"
        )
    if not spot.was_heard:
        yield _spot(
            _(
                "The party must be told facts, reasons, basis and rights and be heard before, also on the spot."
            ),
            _("Tell the party, hear it, and confirm it here."),
            field="was_heard",
            code="RGT-1",
            severity=Severity.REQUIRE,
        )


def _spot(
    message: Any,
    next_step: Any,
    *,
    field: str | None = None,
    code: str = "DEC-1",
    severity: Severity = Severity.BLOCK,
) -> Obstacle:
    return Obstacle(
        code=code,
        message=message,
        article=Article(6),
        citation=Citation(PENALTY, "44, 51, 52"),
        severity=severity,
        field=field,
        next_step=next_step,
    )
