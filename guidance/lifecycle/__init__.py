"""Lifecycle tables of guidance, deliveries, tips to a group, calls, and return visits."""

from guidance.lifecycle.actions import GUIDANCE_LIFECYCLE
from guidance.lifecycle.calls import CALL_LIFECYCLE
from guidance.lifecycle.deliveries import DELIVERY_LIFECYCLE
from guidance.lifecycle.faq import FAQ_LIFECYCLE
from guidance.lifecycle.joint import INVITATION_LIFECYCLE
from guidance.lifecycle.other_ways import OTHER_WAY_LIFECYCLE
from guidance.lifecycle.tip_batches import BATCH_LIFECYCLE
from guidance.lifecycle.visits import VISIT_LIFECYCLE

__all__ = [
    "BATCH_LIFECYCLE",
    "CALL_LIFECYCLE",
    "DELIVERY_LIFECYCLE",
    "FAQ_LIFECYCLE",
    "GUIDANCE_LIFECYCLE",
    "INVITATION_LIFECYCLE",
    "OTHER_WAY_LIFECYCLE",
    "VISIT_LIFECYCLE",
]
