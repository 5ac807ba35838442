"""A delivery is prepared in the transaction that issues: what was issued cannot stay behind (Art. 8 (3))."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from django.db import transaction

from foundation.actors import Actor
from foundation.articles import Article
from foundation.due import plan, plan_many
from foundation.nudges import nudge
from foundation.permissions import Permission
from foundation.record import audited
from guidance.lifecycle.deliveries import DELIVERY_LIFECYCLE
from guidance.models import Delivery, GuidanceAction
from guidance.services.deliveries.choosing import Road, roads_to
from guidance.vocabulary import Channel, DeliveryChannel, DeliveryState

SEND, TASK = "delivery:send", "foundation.send_outside"
TIPS = Article(8, "3")


def deliver_issued(action: GuidanceAction, *, by: Actor, at: datetime) -> Delivery | None:
    """Prepare the delivery of what was issued by message; other channels need the hands of an officer."""
    if action.channel != Channel.MESSAGE or action.counterpart is None:
        return None
    return prepare(action, roads_to(action.counterpart)[0], by=by, at=at)


def prepare(action: GuidanceAction, road: Road, *, by: Actor, at: datetime) -> Delivery:
    """Prepare one delivery of ``action`` by ``road``, to be sent as soon as this is committed."""
    by.require(Permission.GUIDANCE_HANDLE)
    with audited("delivery:prepare", by=by, at=at, under=TIPS):
        delivery = delivery_of(action, road, at=at)
        delivery.save()
    plan_sending([delivery], at=at)
    return delivery


def delivery_of(action: GuidanceAction, road: Road, *, at: datetime) -> Delivery:
    """The row of one delivery, not yet kept."""
    return Delivery(
        action=action, organ_id=action.organ_id, line_id=action.line_id, branch_id=action.branch_id,
        district_id=action.district_id, channel=road.channel, recipient=road.recipient, address=road.address,
        gateway=road.gateway, next_at=None if road.channel == DeliveryChannel.PRINTED else at,
    )  # fmt: skip


def plan_sending(deliveries: Iterable[Delivery], *, at: datetime) -> None:
    """The first try of each, in the transaction that keeps them; paper waits for a person."""
    sent = [d for d in deliveries if d.channel != DeliveryChannel.PRINTED]
    if sent:
        plan_many(kind=SEND, things=[f"delivery:{d.pk}" for d in sent], due_at=at)
        transaction.on_commit(partial(nudge, TASK), robust=True)


def plan_try(delivery: Delivery, *, due_at: datetime) -> None:
    """The next try: one row a delivery and round."""
    delivery.next_at = due_at
    plan(kind=SEND, thing=f"delivery:{delivery.pk}", due_at=due_at, round=delivery.tries + 1)


def call_off_deliveries(action: GuidanceAction, *, by: Actor, at: datetime) -> None:
    """What has not left yet does not leave any more: the guidance was withdrawn."""
    waiting = Delivery.objects.filter(action=action, state__in=[DeliveryState.WAITING, DeliveryState.FAILED])
    for delivery in waiting.select_for_update(of=("self",)).order_by("id"):
        with audited("delivery:call_off", by=by, at=at, under=TIPS):
            DELIVERY_LIFECYCLE.take(delivery, "call_off", by=by, at=at)
            delivery.next_at = None
            delivery.save()
