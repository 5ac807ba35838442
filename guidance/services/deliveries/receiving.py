"""What the gateway reports of a message that it took: believed when it is signed, once, in any order (Art. 8 (3))."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from foundation.actors import SCHEDULER
from foundation.record import audited
from foundation.vocabulary import Via
from foundation.webhooks import is_signed
from guidance.lifecycle.deliveries import DELIVERY_LIFECYCLE
from guidance.models import Delivery, Gateway
from guidance.services.deliveries.preparing import TIPS
from guidance.services.deliveries.sending import tell_drafter
from guidance.vocabulary import DeliveryState, ReceiptStatus

CARRIER = replace(SCHEDULER, name="gateway", via=Via.API)
VERBS = {ReceiptStatus.DELIVERED: "confirm", ReceiptStatus.READ: "read", ReceiptStatus.FAILED: "give_up"}


def signer(gateway_id: int, *, timestamp: str, signature: str, body: bytes, at: datetime) -> Gateway | None:
    """The gateway that signed ``body`` just now; none for a wrong or an old signature, or a gateway out of use."""
    gateway: Gateway | None = Gateway.objects.filter(pk=gateway_id, is_active=True).first()
    if gateway is None:
        return None
    signed = is_signed(gateway.key, timestamp=timestamp, body=body, given=signature, at=at)
    return gateway if signed else None


def receive(*, gateway: Gateway, event: UUID, status: str, detail: str = "", at: datetime) -> Delivery | None:
    """Note a receipt of ``gateway``; one that comes again, or too late to matter, changes nothing.

    Returns the delivery, or none when this gateway carries no such message.
    """
    verb = VERBS[ReceiptStatus(status)]
    known = Delivery.objects.filter(key=event, gateway=gateway).values_list("pk", "state").first()
    if known is None:
        return None
    delivery_id, state = known
    if state not in DELIVERY_LIFECYCLE.transition(verb).sources:
        return Delivery.objects.get(pk=delivery_id)
    with audited(f"delivery:{verb}", by=CARRIER, at=at, under=TIPS, why=detail[:300]):
        delivery: Delivery = Delivery.objects.with_action().locked(delivery_id)
        DELIVERY_LIFECYCLE.take(delivery, verb, by=CARRIER, at=at)
        _note(delivery, verb, detail, at)
        delivery.save()
    if delivery.state == DeliveryState.GIVEN_UP:
        tell_drafter(delivery, at=at)
    return delivery


def _note(delivery: Delivery, verb: str, detail: str, at: datetime) -> None:
    delivery.answer, delivery.next_at = detail[:300], None
    delivery.sent_at = delivery.sent_at or at
    if verb == "read":
        delivery.read_at = at
    if verb != "give_up":
        delivery.delivered_at = delivery.delivered_at or at
