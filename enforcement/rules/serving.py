"""How a paper reaches the party, and what proves it (Penalty Law, Art. 61; SRV-1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.rules.dates import future_days, not_before, obstacles_to_service
from enforcement.vocabulary import Receipt, ServiceMeans
from foundation.articles import PENALTY, Article, Citation
from foundation.obstacles import Obstacle, Severity

HANDED_OVER = (ServiceMeans.IN_PERSON, ServiceMeans.ENTRUSTED)


@dataclass(frozen=True, slots=True)
class ServiceFacts:
    """One service as it is being recorded."""

    today: date
    means: str
    served_on: date | None
    decided_on: date | None = None
    begun_on: date | None = None
    receipt: str = Receipt.SIGNED
    has_witness: bool = False
    has_why: bool = False
    consent_on: date | None = None


def obstacles_to_serving(facts: ServiceFacts) -> Iterator[Obstacle]:
    """SRV-1: by the means of civil procedure; electronically only with a signed confirmation."""
    yield from _obstacles_to_days(facts)
    if facts.means == ServiceMeans.ELECTRONIC:
        yield from _obstacles_to_electronic(facts)
    if facts.receipt == Receipt.REFUSED or facts.means == ServiceMeans.LEFT:
        yield from _obstacles_to_unwitnessed(facts)
    if facts.receipt == Receipt.PROOF and facts.means in HANDED_OVER:
        yield _srv_1(
            _("What is handed over is signed for, or its refusal is witnessed."),
            "receipt",
            _("Record who signed, or leave it at the address with a witness."),
        )
    if facts.means == ServiceMeans.ANNOUNCEMENT:
        yield from _obstacles_to_announcing(facts)


def _obstacles_to_days(facts: ServiceFacts) -> Iterator[Obstacle]:
    yield from future_days(facts.today, begun_on=facts.begun_on)
    if facts.means == ServiceMeans.ANNOUNCEMENT:
        return
    if facts.served_on is None:
        yield _srv_1(_("The day of the service is missing."), "served_on", _("Enter the day on the receipt."))
    else:
        yield from obstacles_to_service(
            today=facts.today, served_on=facts.served_on, decided_on=facts.decided_on
        )
    yield from not_before(
        "served_on", facts.served_on, facts.begun_on, _("It cannot arrive before it was sent.")
    )


def _obstacles_to_electronic(facts: ServiceFacts) -> Iterator[Obstacle]:
    if facts.consent_on is None:
        yield _srv_1(
            _("The party has not agreed in writing to electronic service."),
            "consent_on",
            _("Have the confirmation signed, or choose another means."),
        )
    else:
        yield from future_days(facts.today, consent_on=facts.consent_on)
        yield from not_before(
            "served_on", facts.served_on, facts.consent_on, _("The consent is signed before the service.")
        )


def _obstacles_to_unwitnessed(facts: ServiceFacts) -> Iterator[Obstacle]:
    if not facts.has_witness:
        yield _srv_1(
            _("A refusal to receive needs a witness."), "witness", _("Name the witness who was there.")
        )
    if facts.means == ServiceMeans.LEFT and not facts.has_why:
        yield _srv_1(
            _("It is not said why the paper was left at the address."),
            "why",
            _("Say what was refused and how."),
        )


def _obstacles_to_announcing(facts: ServiceFacts) -> Iterator[Obstacle]:
    """Announcing is the last means: nobody reads it."""
    if facts.begun_on is None:
        yield _srv_1(
            _("The day of the announcement is missing."), "begun_on", _("Enter the day of its publication.")
        )
    yield from not_before(
        "begun_on",
        facts.begun_on,
        facts.decided_on,
        _("A decision cannot be announced before it was taken."),
    )
    if not facts.has_why:
        yield _srv_1(
            _("It is not said why no other means was possible."),
            "why",
            _("Say where the party was looked for."),
        )


def _srv_1(message: Any, field: str, next_step: Any) -> Obstacle:
    return Obstacle(
        code="SRV-1",
        message=message,
        article=Article(6),
        citation=Citation(PENALTY, "61"),
        severity=Severity.REQUIRE,
        field=field,
        next_step=next_step,
    )
