"""What people order: to send issued guidance, to send it once more, or to hand it over themselves (Art. 8 (3))."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from enforcement.models import Contact
from foundation.actors import Actor
from foundation.nudges import nudge
from foundation.permissions import Permission
from foundation.record import audited
from guidance.lifecycle.deliveries import DELIVERY_LIFECYCLE
from guidance.models import Delivery, GuidanceAction
from guidance.services.base import recording_on
from guidance.services.deliveries.choosing import gateway_in_use, roads_of
from guidance.services.deliveries.preparing import TASK, TIPS, plan_try, prepare


def send_guidance(
    action_id: int,
    *,
    by: Actor,
    at: datetime,
    delivery_channel: str,
    contact: Contact | None = None,
    expected: int | None = None,
) -> GuidanceAction:
    """Prepare a delivery of issued guidance to a contact of the counterpart, or on paper.

    Raises Refused when it is not issued or has ended, ValidationError when no road of that kind leads there.
    """
    with recording_on(action_id, "deliver", by=by, at=at, expected=expected) as action:
        contacts = Contact.objects.filter(counterpart=action.counterpart_id).order_by("id")
        chosen = contacts if contact is None else contacts.filter(pk=contact.pk)
        roads = roads_of(action.addressee, chosen, gateway_in_use())
        road = next((road for road in roads if road.channel == delivery_channel), None)
        if road is None:
            text = _(
                "No contact can be reached this way: add one to the counterpart, or hand over a printed sheet."
            )
            raise ValidationError({"delivery_channel": ValidationError(text, code="no_road")})
        prepare(action, road, by=by, at=at)
    return action


def retry_delivery(delivery_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> Delivery:
    """Send it once more, with four tries to come; raises Refused when the guidance has ended."""
    with _taking_delivery(delivery_id, "retry", by=by, at=at, expected=expected) as delivery:
        delivery.begun = 0
        plan_try(delivery, due_at=at)
        transaction.on_commit(partial(nudge, TASK), robust=True)
    return delivery


def hand_over(delivery_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> Delivery:
    """Record that the text was handed over on paper."""
    with _taking_delivery(delivery_id, "hand_over", by=by, at=at, expected=expected) as delivery:
        delivery.delivered_at, delivery.next_at = at, None
    return delivery


@contextmanager
def _taking_delivery(
    delivery_id: int, verb: str, *, by: Actor, at: datetime, expected: int | None
) -> Iterator[Delivery]:
    by.require(Permission.GUIDANCE_HANDLE)
    with audited(f"delivery:{verb}", by=by, at=at, under=TIPS):
        rows = Delivery.objects.workable_by(by).with_action()
        delivery: Delivery = rows.locked(delivery_id, expected=expected)
        DELIVERY_LIFECYCLE.take(delivery, verb, by=by, at=at)
        yield delivery
        delivery.save()
