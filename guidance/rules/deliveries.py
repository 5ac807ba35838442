"""When a text is sent, and when a person hands it over instead (Art. 8 (3))."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.obstacles import Obstacle
from guidance.vocabulary import DeliveryChannel

BACK_OFF = (timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1), timedelta(hours=6))


@dataclass(frozen=True, slots=True)
class DeliveryFacts:
    channel: str
    is_live: bool
    gateway_is_active: bool


def pause_after(tries: int) -> timedelta | None:
    """How long to wait after so many tries in a row; None when it is given up."""
    return BACK_OFF[tries - 1] if tries <= len(BACK_OFF) else None


def obstacles_to_sending(facts: DeliveryFacts) -> Iterator[Obstacle]:
    if not facts.is_live:
        yield Obstacle(
            code="delivery:not_live",
            message=_("This guidance is not issued, or has ended; it is no longer sent."),
            article=Article(8),
            next_step=_("Draft a new one when the matter still stands."),
        )


def obstacles_to_sending_again(facts: DeliveryFacts) -> Iterator[Obstacle]:
    yield from obstacles_to_sending(facts)
    if facts.channel == DeliveryChannel.PRINTED:
        yield Obstacle(
            code="delivery:printed",
            message=_("What is printed is handed over, not sent."),
            article=Article(8, "3"),
            next_step=_("Record that it was handed over."),
        )
    if facts.channel == DeliveryChannel.GATEWAY and not facts.gateway_is_active:
        yield Obstacle(
            code="delivery:gateway_off",
            message=_("The gateway of this message is switched off."),
            article=Article(8, "3"),
            next_step=_("Ask the system administrator, or hand it over printed."),
        )


def obstacles_to_handing_over(facts: DeliveryFacts) -> Iterator[Obstacle]:
    yield from obstacles_to_sending(facts)
