"""By which road a text reaches a counterpart: a message, an e-mail, or a printed sheet (Art. 8 (3))."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from enforcement.models import Contact, Counterpart
from guidance.models import Gateway
from guidance.vocabulary import DeliveryChannel


@dataclass(frozen=True, slots=True)
class Road:
    """A channel, and where it leads."""

    channel: str
    recipient: str
    address: str = ""
    gateway: Gateway | None = None


def gateway_in_use() -> Gateway | None:
    """The gateway that carries messages now."""
    found: Gateway | None = Gateway.objects.filter(is_active=True).first()
    return found


def roads_of(name: str, contacts: Iterable[Contact], gateway: Gateway | None) -> list[Road]:
    """Every road to who is called ``name``, the best first; on paper everybody is reached."""
    known = list(contacts)
    messages = [Road(DeliveryChannel.GATEWAY, c.name, c.phone, gateway) for c in known if c.phone and gateway]
    letters = [Road(DeliveryChannel.EMAIL, c.name, c.email) for c in known if c.email]
    return [*messages, *letters, Road(DeliveryChannel.PRINTED, name)]


def roads_to(counterpart: Counterpart) -> list[Road]:
    """The roads to one counterpart."""
    contacts = Contact.objects.filter(counterpart=counterpart).order_by("id")
    return roads_of(counterpart.name, contacts, gateway_in_use())
