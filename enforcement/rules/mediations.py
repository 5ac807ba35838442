"""Mediation between willing parties by impartial mediators (Art. 7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.rules.dates import future_days
from enforcement.vocabulary import OPEN_MEDIATIONS, MediationState
from foundation.articles import Article
from foundation.obstacles import Obstacle, Severity

PARTIES = 2
MEDIATING = Article(7)


@dataclass(frozen=True, slots=True)
class MediationFacts:
    """``unwilling`` are the parties without consent; ``partial`` the mediators who handle the linked case."""

    today: date
    parties: int
    unwilling: tuple[str, ...]
    mediators: int
    partial: tuple[str, ...]
    sessions: int
    agreement: str
    perform_by: date | None


def obstacles_to_beginning(facts: MediationFacts) -> Iterator[Obstacle]:
    if facts.parties < PARTIES:
        yield _missing(
            "mediation:two_parties", _("A mediation has at least two parties."), _("Add the other party.")
        )
    for name in facts.unwilling:
        yield Obstacle(
            code="mediation:unwilling",
            message=_("%(name)s has not agreed to be mediated: mediation is voluntary.") % {"name": name},
            article=MEDIATING,
            next_step=_("Ask for consent and record its day; without it the dispute is not mediated."),
        )
    if not facts.mediators:
        yield _missing("mediation:mediator", _("No mediator is named."), _("Name one or two mediators."))
    yield from obstacles_to_partial_mediator(facts)


def obstacles_to_partial_mediator(facts: MediationFacts) -> Iterator[Obstacle]:
    for name in facts.partial:
        yield Obstacle(
            code="mediation:partial",
            message=_("%(name)s handles the case that the dispute is about.") % {"name": name},
            article=MEDIATING,
            next_step=_("Name a mediator who has no duty in that case."),
        )


def obstacles_to_agreement(facts: MediationFacts) -> Iterator[Obstacle]:
    yield from obstacles_to_unheard_end(facts)
    if not facts.agreement.strip():
        yield _missing(
            "mediation:agreement",
            _("The text of the agreement is missing."),
            _("Write down what the parties agreed."),
            field="agreement",
        )


def obstacles_to_unheard_end(facts: MediationFacts) -> Iterator[Obstacle]:
    if not facts.sessions:
        yield _missing(
            "mediation:session",
            _("No session has been recorded."),
            _("Record the session in which both were heard."),
        )


def obstacles_to_late_act(state: str) -> Iterator[Obstacle]:
    if state not in OPEN_MEDIATIONS:
        yield Obstacle(
            code="mediation:wrong_state",
            message=_("Not possible in the present state: “%(state)s”.")
            % {"state": MediationState(state).label},
            article=MEDIATING,
            next_step=_("What was mediated stays as it was recorded."),
        )


def obstacles_to_session(*, today: date, held_on: date) -> Iterator[Obstacle]:
    yield from future_days(today, held_on=held_on)


def _missing(code: str, message: Any, next_step: Any, field: str | None = None) -> Obstacle:
    return Obstacle(
        code=code,
        message=message,
        article=MEDIATING,
        severity=Severity.REQUIRE,
        next_step=next_step,
        field=field,
    )
