"""Sending what is due, once a round, whatever dies in between (Art. 8 (3)).

A row is marked as being sent, and that is committed, before anything leaves. Whoever finds it marked so knows
that the sender died at work. An e-mail is then not sent again by itself (at most once): a person decides.
A gateway is asked again with the same key of the message, and drops what it has already (at least once
towards the gateway, once towards the addressee).
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.urls import reverse

from enforcement.services.notifications import notify
from foundation.actors import SCHEDULER
from foundation.due import handles
from foundation.models import DueItem
from foundation.record import audited
from foundation.webhooks import Reply
from guidance.lifecycle.deliveries import DELIVERY_LIFECYCLE
from guidance.models import Delivery
from guidance.rules.deliveries import pause_after
from guidance.services.deliveries.carrying import carry
from guidance.services.deliveries.preparing import SEND, TIPS, plan_try
from guidance.vocabulary import DeliveryChannel, DeliveryState


@handles(SEND, outside=True)
def send_when_due(item: DueItem, at: datetime) -> None:
    """Begin, send, and note what came of it: two transactions of ours with the world between them."""
    delivery = _begun(int(item.thing.partition(":")[2]), item.round, at)
    if delivery is not None:
        note_reply(delivery.pk, item.round, carry(delivery, at=at), at=at)


def _begun(delivery_id: int, round: int, at: datetime) -> Delivery | None:
    """The delivery, marked as being sent in this round; none when there is nothing to send in it."""
    with audited("delivery:begin", by=SCHEDULER, at=at, under=TIPS):
        delivery: Delivery = Delivery.objects.with_action().locked(delivery_id)
        if delivery.state == DeliveryState.SENDING and delivery.tries == round:
            return _found_at_work(delivery, at)
        if delivery.state not in (DeliveryState.WAITING, DeliveryState.FAILED) or delivery.tries >= round:
            return None
        if not delivery.action.is_live:
            _take(delivery, "call_off", at)
            return None
        delivery.tries, delivery.begun = round, delivery.begun + 1
        _take(delivery, "begin", at)
        return delivery


def _found_at_work(delivery: Delivery, at: datetime) -> Delivery | None:
    if delivery.channel != DeliveryChannel.EMAIL:
        return delivery
    _take(delivery, "lose", at)
    tell_drafter(delivery, at=at)
    return None


def note_reply(delivery_id: int, round: int, reply: Reply, *, at: datetime) -> Delivery:
    """Write down what the other side said, unless a receipt of it was quicker."""
    verb, pause = _verb_of(reply, delivery_id)
    with audited(f"delivery:{verb}", by=SCHEDULER, at=at, under=TIPS, why=reply.text):
        delivery: Delivery = Delivery.objects.with_action().locked(delivery_id)
        if delivery.state != DeliveryState.SENDING or delivery.tries != round:
            return delivery
        delivery.answer = reply.text
        if verb == "send":
            delivery.sent_at = at
        if verb == "fail" and pause is not None:
            plan_try(delivery, due_at=at + pause)
        _take(delivery, verb, at)
    if verb == "give_up":
        tell_drafter(delivery, at=at)
    return delivery


def _verb_of(reply: Reply, delivery_id: int) -> tuple[str, timedelta | None]:
    if reply.taken:
        return "send", None
    begun: int = Delivery.objects.values_list("begun", flat=True).get(pk=delivery_id)
    pause = None if reply.is_final else pause_after(begun)
    return ("give_up", None) if pause is None else ("fail", pause)


def tell_drafter(delivery: Delivery, *, at: datetime) -> None:
    """Who drafted it is told, once a round, that it did not arrive."""
    notify(
        delivery.action.drafted_by,
        kind="delivery:failed",
        thing=f"delivery:{delivery.pk}",
        round=max(delivery.tries, 1),
        at=at,
        url=reverse("guidance:delivery_detail", args=[delivery.pk]),
        data={"number": delivery.action.number, "name": delivery.recipient},
    )


def _take(delivery: Delivery, verb: str, at: datetime) -> None:
    DELIVERY_LIFECYCLE.take(delivery, verb, by=SCHEDULER, at=at)
    if delivery.state != DeliveryState.FAILED:
        delivery.next_at = None
    delivery.save()
