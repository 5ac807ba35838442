"""Sending guidance once more while its addressee has not answered (Art. 8)."""

from __future__ import annotations

from datetime import datetime

from foundation.actors import Actor
from guidance.models import GuidanceAction
from guidance.services.deliveries.choosing import roads_to
from guidance.services.deliveries.preparing import prepare
from guidance.vocabulary import DeliveryChannel, GuidanceState

WANTED = (GuidanceState.ISSUED, GuidanceState.ACKNOWLEDGED)


def send_again(action: GuidanceAction, *, by: Actor, at: datetime) -> None:
    """Send it once more where a message reaches the addressee; who declined it is left in peace."""
    if action.state not in WANTED or action.counterpart is None:
        return
    road = roads_to(action.counterpart)[0]
    if road.channel != DeliveryChannel.PRINTED:
        prepare(action, road, by=by, at=at)
