"""Bringing issued guidance to its addressee, and seeing that it arrived (Art. 8 (3))."""

from guidance.services.deliveries.again import send_again
from guidance.services.deliveries.gateways import change_key, edit_gateway, enter_gateway
from guidance.services.deliveries.ordering import hand_over, retry_delivery, send_guidance
from guidance.services.deliveries.preparing import call_off_deliveries, deliver_issued
from guidance.services.deliveries.receiving import receive
from guidance.services.deliveries.sending import send_when_due

__all__ = [
    "call_off_deliveries",
    "change_key",
    "deliver_issued",
    "edit_gateway",
    "enter_gateway",
    "hand_over",
    "receive",
    "retry_delivery",
    "send_again",
    "send_guidance",
    "send_when_due",
]
