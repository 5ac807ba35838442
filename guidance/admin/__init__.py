"""Gateways of messages, rules of reminders and ways of one's own in the administration (Art. 8)."""

from guidance.admin.expiry import ExpiryRuleAdmin
from guidance.admin.gateways import GatewayAdmin
from guidance.admin.other_ways import OtherWayAdmin

__all__ = ["ExpiryRuleAdmin", "GatewayAdmin", "OtherWayAdmin"]
