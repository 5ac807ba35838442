"""Reminders of licences that expire, by themselves and by a call (Art. 8 (3))."""

from guidance.services.expiry.calling import record_call
from guidance.services.expiry.planning import follow_licence, follow_licences
from guidance.services.expiry.setting import change_rule, set_rule
from guidance.services.expiry.telling import list_call_when_due, tip_when_due

__all__ = [
    "change_rule",
    "follow_licence",
    "follow_licences",
    "list_call_when_due",
    "record_call",
    "set_rule",
    "tip_when_due",
]
